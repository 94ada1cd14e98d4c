namespace Kinerja.Domain.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Layanan selesai tepat waktu.")]
    [InlineData("Baris satu\nbaris dua\r\n\tmenjorok")]
    [InlineData("ꦗꦮ · العربية · 日本語 · 😀 · é")]
    public void What_people_write_is_plain(string text) => Assert.True(PlainText.IsPlain(text));

    [Theory]
    [InlineData('\0')]
    [InlineData('\a')]
    [InlineData('\u001B')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\uFFFE')]
    public void Control_characters_and_marks_of_direction_are_not(char letter) =>
        Assert.False(PlainText.IsPlain($"kata{letter}kata"));
}
