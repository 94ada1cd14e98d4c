using System.Text;
using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using static Kinerja.Application.Tests.Geofencing.GeoJson.GeofenceJson;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

/// <summary>Whatever JSON comes in, the reader answers with a fence or with faults; it never throws.</summary>
public sealed class GeofenceFuzzTests
{
    private static readonly string[] Words =
    [
        "\"type\"", "\"Feature\"", "\"geometry\"", "\"properties\"", "\"Polygon\"", "\"MultiPolygon\"",
        "\"coordinates\"", "\"name\"", "\"kind\"", "\"office\"",
        "\"zone\"", "\"Asia/Jakarta\"", "\"validFrom\"", "\"2026-01-01\"",
        "\"units\"", "\"employees\"", "\"insideThreshold\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\"",
        "\"ty\\u0070e\"",
    ];

    private static readonly string[] Scalars =
        ["0", "-0.0", "106.8", "-6.2", "1e308", "-1e999", "1e-320", "180", "90", "null", "true", "[106,-7]", Square];

    [Fact]
    public void Any_json_is_answered() =>
        Always.HoldsFor(random => Answers(AnyValue(random, 0)), runs: 2000);

    [Fact]
    public void Any_geometry_and_any_properties_are_answered() =>
        Always.HoldsFor(
            random => Answers(
                $$"""{"type":"Feature","geometry":{{AnyValue(random, 1)}},"properties":{{AnyObject(random, 1)}}}"""),
            runs: 1000);

    [Fact]
    public void A_valid_feature_with_one_token_replaced_is_answered() =>
        Always.HoldsFor(
            random =>
            {
                var valid = Feature(more: ""","validFrom":"2026-01-01","units":["biro-sdm"],"insideThreshold":0.5""");
                var tokens = System.Text.RegularExpressions.Regex.Matches(valid, "\"[^\"]*\"|-?[0-9.]+");
                var at = tokens[random.Next(tokens.Count)];
                Answers(valid[..at.Index] + AnyScalar(random) + valid[(at.Index + at.Length)..]);
            },
            runs: 1000);

    [Fact]
    public void Any_rings_of_small_numbers_are_answered() =>
        Always.HoldsFor(
            random =>
            {
                // Few different corners: rings that touch, cross, fold back and collapse are all common.
                string Ring()
                {
                    var open = Enumerable.Range(0, random.Next(1, 7))
                        .Select(_ => $"[{random.Next(-1, 3)},{random.Next(-1, 3)}]").ToList();
                    return $"[{string.Join(',', open)},{open[0]}]";
                }

                var rings = string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Ring()));
                Answers(Feature(random.Next(2) == 0 ? Polygon(rings) : MultiPolygon($"[{rings}],[{Ring()}]")));
            },
            runs: 2000);

    private static void Answers(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return; // Not JSON: refused before the reader sees it.
        }

        using (document)
        {
            var result = GeofenceReader.Read(document.RootElement, Some.FenceId).Check(1);
            if (result.TryGet(out var fence, out var refusal))
            {
                Assert.True(fence.Area.IsValid && !fence.Area.IsEmpty);
            }
            else
            {
                Assert.NotEmpty(refusal.Faults);
                Assert.All(refusal.Faults, f => Assert.True(f.Pointer is "" || f.Pointer[0] == '/'));
                Assert.NotEmpty(JsonSerializer.Serialize(refusal.Faults));
            }
        }
    }

    private static string AnyScalar(Random random) =>
        random.Next(2) == 0 ? Words[random.Next(Words.Length)] : Scalars[random.Next(Scalars.Length)];

    private static string AnyValue(Random random, int depth) => (depth > 4 ? 2 : random.Next(4)) switch
    {
        0 => AnyObject(random, depth),
        1 => $"[{string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => AnyValue(random, depth + 1)))}]",
        _ => AnyScalar(random),
    };

    private static string AnyObject(Random random, int depth)
    {
        var text = new StringBuilder("{");
        for (var i = random.Next(6); i > 0; i--)
        {
            text.Append(Words[random.Next(Words.Length)]).Append(':').Append(AnyValue(random, depth + 1));
            text.Append(i > 1 ? "," : "");
        }

        return text.Append('}').ToString();
    }
}
