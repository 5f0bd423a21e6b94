"""What a request may hold: pictures in base64, of which none is too big to open."""

import base64
import binascii
import io
from typing import Annotated

import pandas as pd
from PIL import Image
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

MOST = 32
"""Pictures in a request."""
LARGEST = 10_000_000
"""Characters of a picture in base64."""


def decoded(text: str) -> bytes:
    """The file that base64 stands for."""
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("this is not base64") from error


def is_picture(text: str) -> str:
    """The text, where it stands for a picture that can be read to its end."""
    try:
        with Image.open(io.BytesIO(decoded(text))) as opened:
            opened.load()
    except (OSError, Image.DecompressionBombError) as error:
        raise ValueError("this is no picture") from error
    return text


Picture = Annotated[str, Field(max_length=LARGEST), AfterValidator(is_picture)]


class Request(BaseModel):
    """Pictures to predict, a few at a time."""

    model_config = ConfigDict(extra="forbid")
    pictures: list[Picture] = Field(min_length=1, max_length=MOST)


def features_of(request: Request) -> pd.DataFrame:
    """The pictures as the model takes them."""
    return pd.DataFrame({"path": [decoded(text) for text in request.pictures]})
