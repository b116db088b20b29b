"""The site while somebody writes: every page is made when it is asked for, out of what the files say at that moment.

`Content` reads the process folder again after each change, but only the files that changed. What it says is an
`Edition`: the plan and everything that the pages are made of. `PageEngine` makes a page of it with the very engine
that builds the site. `PreviewServer` serves the pages and tells open ones when they have changed. What can only be
made whole (the search's index, sheets of paper) a `WholeSite` makes in the background.
"""
