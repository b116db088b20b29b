"""Showroom: a sales process as YAML in, a bilingual training site out.

Text is parsed into data that knows its place (`source`), validated into models (`process`), checked across files
(`checks`), planned into pages and addresses (`plan`), rendered into files (`render`) and written and built into a
site (`build`). One verb per stage, one type between stages. Every stage says all that is wrong with its input, and
the next one runs on clean input only. The engine that makes the site is a guest: nothing in here imports it.
"""
