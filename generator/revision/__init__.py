"""Changes YAML text and leaves every byte alone that says what it said before: `revise`, `append`.

layout.py finds where each value stands, alignment.py what has to change, edits.py how the text says it.
"""

from generator.revision.append import append
from generator.revision.data import Data, plain
from generator.revision.edits import Unrevisable
from generator.revision.revise import revise

__all__ = ["Data", "Unrevisable", "append", "plain", "revise"]
