"""How plots are drawn: to files, without a screen, with a Chinese font where there is one."""

from pathlib import Path

import matplotlib
from matplotlib import font_manager
from matplotlib.figure import Figure

FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)


def figure(width: float = 6, height: float = 5) -> Figure:
    """An empty figure; sizes are in inches."""
    matplotlib.rcParams["font.family"] = [*chinese_fonts(), "DejaVu Sans"]
    matplotlib.rcParams["axes.unicode_minus"] = False
    return Figure(figsize=(width, height), dpi=120, layout="constrained")


def chinese_fonts() -> list[str]:
    """The fonts with Chinese characters that are installed, the best first."""
    installed = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in FONTS if name in installed]


def keep(drawn: Figure, path: Path) -> None:
    """Writes a figure as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn.savefig(path, metadata={"Software": None})
