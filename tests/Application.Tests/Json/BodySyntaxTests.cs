using Kinerja.Application.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Json;

/// <summary>What a body must be as JSON, whatever its members are called.</summary>
public sealed class BodySyntaxTests
{
    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("0x10")]
    public void What_is_no_JSON_number_is_refused(string literal) => Assert.Equal(
        RefusalCodes.InvalidBody,
        BodyReading.Read("check-in", BodyReading.With("check-in", "/position/latitude", literal))?.Code);

    // Too large for a double: refused in either way, never taken as infinity and never an exception.
    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("123456789012345678901234567890")]
    public void A_huge_number_is_refused(string literal) => Assert.Equal(
        RefusalKind.Malformed,
        BodyReading.Read("check-in", BodyReading.With("check-in", "/position/longitude", literal))?.Kind);

    [Theory]
    [InlineData("a.b", "/a.b")]
    [InlineData("a/b", "/a~1b")]
    [InlineData("a~b", "/a~0b")]
    [InlineData("a'b", "/a'b")]
    [InlineData("a[0]", "/a[0]")]
    [InlineData("$", "/$")]
    [InlineData("nama lengkap", "/nama lengkap")]
    public void A_strange_members_name_is_escaped_as_a_pointer(string member, string pointer)
    {
        var refusal = BodyReading.Read("run", $$"""{"period":"2026-Q1","{{member}}":1}""");
        Assert.Equal(pointer, Assert.Single(refusal!.Faults).Pointer);
    }

    [Theory]
    [InlineData("run", """{"period":"2026-Q1","period":"2026-Q2"}""", "/period")]
    [InlineData("units", """{"units":[{"id":"a","id":"b"}]}""", "/units/0/id")]
    [InlineData("check-in", """{"position":{"latitude":1,"latitude":2}}""", "/position/latitude")]
    public void A_member_that_stands_twice_is_refused(string body, string json, string pointer)
    {
        var refusal = BodyReading.Read(body, json);
        Assert.Equal("This member stands twice.", refusal?.Detail);
        Assert.Equal(pointer, Assert.Single(refusal!.Faults, fault => fault.Detail == refusal.Detail).Pointer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"period\":\"2026-Q1\",}")]
    [InlineData("// comment\n{}")]
    public void What_is_no_object_is_refused_as_a_body(string json) =>
        Assert.All(
            BodyReading.Good.Keys, body => Assert.Equal(RefusalKind.Malformed, BodyReading.Read(body, json)?.Kind));
}
