using System.Text.Json;
using Kinerja.Domain.Intake;

namespace Kinerja.Domain.Tests.Intake;

/// <summary>RFC 6901: its own examples (section 5), and what is no pointer.</summary>
public sealed class AppPointerTests
{
    private static readonly JsonElement Example = JsonElement.Parse("""
        {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,"n":null}
        """);

    [Theory]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/foo/1", "\"baz\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    [InlineData("/foo/2", null)]
    [InlineData("/foo/00", null)]
    [InlineData("/foo/-", null)]
    [InlineData("/foo/-1", null)]
    [InlineData("/foo/+1", null)]
    [InlineData("/foo/99999999999", null)]
    [InlineData("/foo/bar", null)]
    [InlineData("/foo/0/x", null)]
    [InlineData("/FOO", null)]
    [InlineData("/n", null)]
    public void It_leads_where_the_standard_says(string pointer, string? found) =>
        Assert.Equal(found, AppPointer.Parse(pointer, "").Value.Find(Example)?.GetRawText());

    [Fact]
    public void The_empty_one_is_the_whole() =>
        Assert.Equal(JsonValueKind.Object, AppPointer.Parse("", "").Value.Find(Example)!.Value.ValueKind);

    [Theory]
    [InlineData(null)]
    [InlineData("foo")]
    [InlineData("#/foo")]
    [InlineData("$.foo")]
    [InlineData("/a~")]
    [InlineData("/a~2")]
    [InlineData("/~~0")]
    [InlineData("/a\u0000")]
    public void Anything_else_is_refused(string? pointer) =>
        Assert.Equal("/at", AppPointer.Parse(pointer, "/at").Refusal!.Faults.Single().Pointer);
}
