using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Json;

/// <summary>A body of another shape: every unknown, repeated, mistyped and missing member is named at once.</summary>
public sealed class ShapeFaultsTests
{
    [Theory]
    [InlineData("""{"a":1,"a":2}""", "/a")]
    [InlineData("""{"geometry":{"coordinates":[[0,1],{"b":1,"b":2}]}}""", "/geometry/coordinates/1/b")]
    [InlineData("""[1,{"a~b":1,"a~b":{}}]""", "/1/a~0b")]
    public void What_stands_twice_in_a_body_of_any_shape_is_refused_at_its_place(string json, string pointer)
    {
        var refusal = ContractReader.Read(Encoding.UTF8.GetBytes(json), JsonFormat.Default.JsonElement).Refusal;
        Assert.Equal(new FieldFault(pointer, "This member stands twice."), Assert.Single(refusal!.Faults));
    }

    [Theory]
    [InlineData(
        "check-in", """{"lat":1,"lon":2}""",
        "/lat /lon /id /agencyId /employeeId /kind /capturedAt")]
    [InlineData(
        "check-in", """{"kind":1,"position":{"latitude":"x","speed":1,"longitude":106},"mockLocation":"no","lat":1}""",
        "/kind /position/latitude /position/speed /mockLocation /lat /id /agencyId /employeeId /capturedAt "
        + "/position/accuracyMetres")]
    [InlineData("check-in", """{"position":[],"attestation":7}""",
        "/position /attestation /id /agencyId /employeeId /kind /capturedAt")]
    [InlineData("run", """{"period":"2026-Q1","period":"2026-Q9","quarter":1}""", "/period /quarter")]
    [InlineData("units", """{"units":{}}""", "/units")]
    [InlineData("units", """{"units":[7,{"id":"biro-sdm","nama":"Biro"},{"id":3,"name":[],"zone":"Asia/Jakarta"}]}""",
        "/units/0 /units/1/nama /units/2/id /units/2/name /units/1/name /units/1/zone")]
    [InlineData("feedback", """{"guide":2.5,"evidence":[{"url":1},"x",{"halaman":3}]}""",
        "/guide /evidence/0/url /evidence/1 /evidence/2/halaman /evidence/2/url /id /agencyId /giverId /receiverId /role /subject /words")]
    [InlineData(
        "review-decision",
        """{"decidedById":null,"decision":"maybe","reason":"Ya.","by":1}""",
        "/by /decidedById /decision")]
    public void Every_fault_is_named_with_its_place(string body, string json, string pointers)
    {
        var refusal = BodyReading.Read(body, json)!;

        Assert.Equal((RefusalKind.Malformed, RefusalCodes.InvalidBody), (refusal.Kind, refusal.Code));
        Assert.Equal(pointers.Split(' ').Order(), Named(refusal).Order());
    }

    [Theory]
    [InlineData("check-in", """{"position":7}""", "/position", "An object is expected here.")]
    [InlineData("units", """{"units":7}""", "/units", "A list is expected here.")]
    [InlineData("check-in", """{"kind":7}""", "/kind", "A text is expected here.")]
    [InlineData("check-in", """{"mockLocation":7}""", "/mockLocation", "Either true or false is expected here.")]
    [InlineData("check-in", """{"batteryPercent":7.5}""", "/batteryPercent", "A whole number is expected here.")]
    [InlineData("check-in", """{"position":{"latitude":"7"}}""", "/position/latitude", "A number is expected here.")]
    public void A_member_of_another_kind_is_told_which_one_is_expected(
        string body, string json, string pointer, string detail) =>
        Assert.Contains(new FieldFault(pointer, detail), BodyReading.Read(body, json)!.Faults);

    [Fact]
    public void An_answer_lists_a_hundred_faults_of_shape_and_no_more()
    {
        var members = string.Join(',', Enumerable.Range(0, ShapeReader.MostFaults + 1).Select(i => $"\"m{i}\":1"));

        var faults = BodyReading.Read("run", $$"""{"period":"2026-Q1",{{members}}}""")!.Faults;

        Assert.Equal(ShapeReader.MostFaults, faults.Count);
    }

    [Fact]
    public void Half_a_character_in_a_name_is_one_fault() =>
        Assert.Single(BodyReading.Read("run", """{"period":"2026-Q1","\ud800":1,"lain":2}""")!.Faults);

    [Fact]
    public void Members_put_anywhere_into_any_body_are_named_and_nothing_else_is() => Always.HoldsFor(
        random =>
        {
            foreach (var (body, good) in BodyReading.Good)
            {
                var root = JsonNode.Parse(good)!;
                var objects = Below(root, "").Where(node => node.Node is JsonObject).ToList();
                var put = random.GetItems(objects.ToArray(), random.Next(1, 5)).Distinct().ToList();
                put.ForEach(at => at.Node.AsObject()["asing"] = 1);

                Assert.Equal(put.Select(at => at.Pointer + "/asing").Order(), Named(Read(body, root)).Order());
            }
        },
        100);

    [Fact]
    public void Members_of_the_wrong_kind_are_named_wherever_they_stand() => Always.HoldsFor(
        random =>
        {
            foreach (var (body, good) in BodyReading.Good)
            {
                var root = JsonNode.Parse(good)!;
                var values = Below(root, "").Where(node => node.Node is JsonValue).ToList();
                var broken = random.GetItems(values.ToArray(), random.Next(1, 5)).Distinct().ToList();
                broken.ForEach(at => at.Node.ReplaceWith(new JsonObject()));

                Assert.Subset(Named(Read(body, root)).ToHashSet(), broken.Select(at => at.Pointer).ToHashSet());
            }
        },
        100);

    private static Refusal Read(string body, JsonNode root) =>
        BodyReading.Read(body, Encoding.UTF8.GetBytes(root.ToJsonString()))!;

    private static IEnumerable<string> Named(Refusal refusal) => refusal.Faults.Select(fault => fault.Pointer);

    private static IEnumerable<(JsonNode Node, string Pointer)> Below(JsonNode node, string pointer)
    {
        var inner = node switch
        {
            JsonObject members => members.Select(member => (member.Value, Name: member.Key)),
            JsonArray items => items.Select((item, i) => (item, Name: $"{i}")),
            _ => [],
        };
        return inner.Where(child => child.Item1 is not null)
            .SelectMany(child => Below(child.Item1!, $"{pointer}/{child.Name}")).Prepend((node, pointer));
    }
}
