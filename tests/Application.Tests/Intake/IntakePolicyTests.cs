using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Intake;

/// <summary>A mapping that says something impossible, or does not do what its samples say, is never stored.</summary>
public sealed class IntakePolicyTests
{
    [Fact]
    public void The_good_example_is_taken_and_stored_as_it_was_written() =>
        Assert.Equal(IntakeExample.Policy.ToJsonString(), Put(_ => { }).Value);

    [Theory]
    [InlineData("/id", "\"Presensi\"", "/id")]
    [InlineData("/makes", "\"ratings\"", "/makes")]
    [InlineData("/records", "\"data\"", "/records")]
    [InlineData("/fields", "null", "/fields")]
    [InlineData("/samples", "[]", "/samples")]
    [InlineData("/fields/0", """{"gives":"agencyId","constant":"x"}""", "/fields/0/gives /fields")]
    [InlineData("/fields/0", """{"gives":"id"}""", "/fields/0/from")]
    [InlineData("/fields/0", """{"gives":"id","from":["/no"],"constant":"x"}""", "/fields/0/from")]
    [InlineData("/fields/0", """{"gives":"id","from":[]}""", "/fields/0/from")]
    [InlineData("/fields/0", """{"gives":"id","from":["no"]}""", "/fields/0/from/0")]
    [InlineData("/fields/0", """{"gives":"id","from":[null]}""", "/fields/0/from/0")]
    [InlineData("/fields/0", """{"gives":"id","received":true}""", "/fields/0/received")]
    [InlineData("/fields/0", """{"gives":"id","from":["/no"],"unit":"metres"}""", "/fields/0/unit")]
    [InlineData("/fields/0", """{"gives":"id","from":["/no"],"zone":"Asia/Jakarta"}""", "/fields/0/zone")]
    [InlineData("/fields/1", """{"gives":"nip","hashOf":["/no"]}""", "/fields/1/hashOf")]
    [InlineData("/fields/1", """{"gives":"id","from":["/no"]}""", "/fields/1/gives /fields")]
    [InlineData("/fields/2", """{"gives":"kind","from":["/j"],"words":{"M":"masuk"}}""", "/fields/2/words/M")]
    [InlineData("/fields/2", """{"gives":"kind","from":["/j"],"words":{"a/b":null}}""", "/fields/2/words/a~1b")]
    [InlineData("/fields/2", """{"gives":"kind","from":["/j"],"words":{}}""", "/fields/2/words")]
    [InlineData("/fields/2", """{"gives":"kind","from":["/j"],"prefix":"x"}""", "/fields/2/prefix")]
    [InlineData("/fields/2", """{"gives":"kind","constant":"masuk"}""", "/fields/2/constant")]
    [InlineData("/fields/3", """{"gives":"capturedAt","from":["/w"],"format":"dd/MM/yyyy HH:mm"}""", "/fields/3/zone")]
    [InlineData("/fields/3", """{"gives":"capturedAt","from":["/w"],"format":"dd/MM","zone":"WIB"}""", "/fields/3/zone")]
    [InlineData("/fields/5", """{"gives":"position/latitude","constant":"utara"}""", "/fields/5/constant")]
    [InlineData("/fields/5", """{"gives":"position/latitude","from":["/t"],"unit":"metres"}""", "/fields/5/unit")]
    [InlineData(
        "/fields/5", """{"gives":"position/latitude","from":["/t"],"split":{"by":", ","part":0}}""", "/fields/5/split/by")]
    [InlineData(
        "/fields/5", """{"gives":"position/latitude","from":["/t"],"split":{"by":",","part":20}}""", "/fields/5/split/part")]
    [InlineData("/fields/7", """{"gives":"provider","constant":"x"}""", "/fields")] // no accuracy
    [InlineData("/samples/0", "{}", "/samples/0/body /samples/0/gives")]
    [InlineData("/samples/0/gives", "[]", "/samples/0/gives")]
    public void What_says_nothing_possible_is_refused_at_its_place(string pointer, string value, string places) =>
        Assert.Equal(Of(places), Places(Put(mapping => Set(mapping, pointer, JsonNode.Parse(value)))));

    // What a sample says, changed; and where the trial says otherwise.
    [Theory]
    [InlineData("/samples/0/gives/0/kind", "\"in\"", "/samples/0/gives/0/kind")]
    [InlineData("/samples/0/gives/0/kind", null, "/samples/0/gives/0")]
    [InlineData("/samples/0/gives/0/capturedAt", "\"2026-01-05T07:57:10Z\"", "/samples/0/gives/0/capturedAt")]
    [InlineData("/samples/0/gives/0/position/latitude", "-6.91", "/samples/0/gives/0/position/latitude")]
    [InlineData("/samples/0/gives/0/deviceId", "\"x\"", "/samples/0/gives/0/deviceId")]
    [InlineData("/samples/0/gives/0", "7", "/samples/0/gives/0")]
    [InlineData("/samples/0/gives/1", "{}", "/samples/0/gives")]
    [InlineData("/samples/0/gives/0/id", "\"bukan-ini\"", "/samples/0/gives/0/id")]
    [InlineData("/samples/0/body/data/jenis", "\"IZIN\"", "/samples/0/body/data/jenis")]
    [InlineData("/samples/0/body/data/koordinat", "\"-96.9, 107.6\"", "/samples/0/body/data/koordinat")]
    [InlineData("/samples/0/body/data/pegawai", null, "/samples/0/body/data/pegawai")]
    [InlineData("/samples/0/body/dikirim", null, "/samples/0/gives/0/sentAt")]
    [InlineData("/samples/0/body/dikirim", "\"kemarin\"", "/samples/0/body/dikirim")]
    [InlineData("/samples/0/body/data", "[]", "/samples/0/body/data")]
    [InlineData("/samples/1/refused/0", "\"/data/0/jenis\"", "/samples/1/refused")]
    [InlineData("/samples/1/body/data/0/waktu", "\"05/01/2026 07:57:10\"", "/samples/1/refused")]
    public void A_mapping_that_does_not_do_what_its_sample_says_is_refused(
        string pointer, string? value, string places) =>
        Assert.Equal(Of(places), Places(Put(mapping =>
            Set(mapping, pointer, value is null ? null : JsonNode.Parse(value), drop: value is null))));

    [Fact]
    public void Two_mappings_of_one_id_are_refused()
    {
        var policy = IntakeExample.Policy;
        policy["mappings"]!.AsArray().Add(policy["mappings"]![0]!.DeepClone());

        Assert.Equal(["/mappings/1/id"], Places(Put(policy)));
    }

    [Fact]
    public void A_mapping_to_feedback_is_tried_too()
    {
        Assert.Null(Put(IntakeExample.FeedbackPolicy).Refusal);

        var policy = IntakeExample.FeedbackPolicy;
        Set(policy["mappings"]![0]!, "/samples/0/body/1/nilai", JsonNode.Parse("\"jujur\""));
        Assert.Equal(["/mappings/0/samples/0/body/1/nilai"], Places(Put(policy)));
    }

    private static Result<string> Put(Action<JsonNode> change)
    {
        var policy = IntakeExample.Policy;
        change(policy["mappings"]![0]!);
        return Put(policy);
    }

    private static Result<string> Put(JsonNode policy) => PolicyKinds.Intake
        .Check(JsonElement.Parse(policy.ToJsonString()), new LocalDate(2026, 1, 1), ShippedFiles.Policies)
        .Then<string>(json => JsonNode.Parse(json.Span)!.ToJsonString());

    private static IEnumerable<string> Of(string places) => places.Split(' ').Select(place => "/mappings/0" + place);

    private static IEnumerable<string> Places(Result<string> put) => put.Refusal!.Faults.Select(fault => fault.Pointer);

    private static void Set(JsonNode root, string pointer, JsonNode? value, bool drop = false)
    {
        var steps = pointer.Split('/')[1..];
        var holder = steps[..^1].Aggregate(root, (node, step) =>
            node is JsonArray list ? list[Index(step)]! : node[step]!);
        if (holder is JsonArray items)
        {
            var at = Index(steps[^1]);
            if (at < items.Count)
            {
                items.RemoveAt(at);
            }

            items.Insert(at, value);
        }
        else if (drop)
        {
            holder.AsObject().Remove(steps[^1]);
        }
        else
        {
            holder[steps[^1]] = value;
        }
    }

    private static int Index(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);
}
