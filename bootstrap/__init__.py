"""From a clone to a running program, with the standard library only.

``main`` reads the arguments, ``steps`` says what they need and the ``stamp`` in ``.venv`` what of it is
already there. What is missing is made, one step after the other (``environment``, ``browser``), with the
package index that the user has chosen for pip (``indexes``). Then the command runs in the environment.
"""
