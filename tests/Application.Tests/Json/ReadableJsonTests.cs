using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kinerja.Application.Workforce;

namespace Kinerja.Application.Tests.Json;

/// <summary>Only what JSON asks for is escaped, and every text comes back.</summary>
public sealed class ReadableJsonTests
{
    [Theory]
    [InlineData("+07:00")]
    [InlineData("2 × 3 ÷ 6 − 1")]
    [InlineData("Ma'ruf’s é ñ ſ „Ω“")]
    [InlineData("<b> & `")]
    public void What_can_be_read_stands_as_it_is_on_the_wire_and_in_columns(string text)
    {
        Assert.Equal(
            $$"""{"name":"{{text}}","zone":"Asia/Jakarta"}""",
            JsonSerializer.Serialize(
                new RegisterAgencyRequest(text, "Asia/Jakarta", null), JsonFormat.Default.RegisterAgencyRequest));
        Assert.Equal($$"""["{{text}}"]""", JsonSerializer.Serialize([text], StoredJson.Default.StringArray));
    }

    [Theory]
    [InlineData("\"", "\\\"")]
    [InlineData("\\", "\\\\")]
    [InlineData("\n", "\\n")]
    [InlineData("\u001b", "\\u001B")]
    [InlineData("\u2028", "\\u2028")]
    public void What_JSON_or_a_line_cannot_hold_is_escaped(string text, string written) =>
        Assert.Equal($"[\"{written}\"]", JsonSerializer.Serialize([text], StoredJson.Default.StringArray));

    [Fact]
    public void Every_text_comes_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>().Filter(text => text.Get.All(c => !char.IsSurrogate(c))),
        text => Assert.Equal(
            text.Get,
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize([text.Get], StoredJson.Default.StringArray),
                StoredJson.Default.StringArray)![0])).Check(Config.QuickThrowOnFailure);
}
