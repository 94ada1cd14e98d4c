using FsCheck;
using FsCheck.Fluent;
using Kinerja.Domain.Files;

namespace Kinerja.Domain.Tests.Files;

public sealed class FormulaTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+628123456789")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("  =1")]
    [InlineData("'=1")]
    [InlineData("\uFF1D1+1")]
    public void What_a_spreadsheet_would_run_stands_behind_an_apostrophe(string text) =>
        Assert.Equal("'" + text, FormulaText.Guard(text));

    [Theory]
    [InlineData("")]
    [InlineData("Biro SDM")]
    [InlineData("a=1")]
    [InlineData("'kutipan'")]
    [InlineData("2026-Q1")]
    public void Other_texts_stand_as_they_are(string text) => Assert.Equal(text, FormulaText.Guard(text));

    [Fact]
    public void Every_text_comes_back_as_it_was_and_no_guarded_one_begins_a_formula()
    {
        var letters = Gen.Elements('=', '+', '-', '@', '\t', '\r', '\n', ' ', '\'', 'a', '1', '\u00A0', '\uFF1D');
        Prop.ForAll(letters.ArrayOf().Select(l => new string(l)).ToArbitrary(), text =>
        {
            var guarded = FormulaText.Guard(text);
            return FormulaText.Open(guarded) == text
                && (guarded.Trim(' ', '\u00A0').Length == 0 || !"=+-@\t\r\n\uFF1D".Contains(
                    guarded.TrimStart(' ', '\u00A0')[0], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }
}
