"""What the site says, in which language: sentences are written in Dutch where they are used, and translated here.

In: a Dutch sentence. Out: the same in the language of the subject, as a copy may word it; its dates, numbers, direction.
A language is a file here, such as `en.po`; `python -m macros woorden` writes what is new into it. Must not know anything
of the site: every room says its own sentences.
"""

from macros.talen.language import DUTCH, N_, Language, _, blanks, languages, ngettext, speak, speaking, spoken
