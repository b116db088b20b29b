"""`type: figure`: a picture."""

from typing import Literal

from generator.blocks.base import Block, FileName
from generator.text import Text


class Picture(Block):
    """A picture with what it shows in words."""

    type: Literal["figure"]
    """A picture.

    图片。"""
    image: FileName
    """The file in the stage's folder: png, jpg, webp, gif or svg.

    本阶段文件夹里的图片文件。"""
    alt: Text
    """What the picture shows, for readers who cannot see it.

    图片的文字说明，供看不到图片的读者使用。"""
    caption: Text | None = None
    """A line under the picture.

    图片下面的说明。"""
