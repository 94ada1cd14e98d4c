using System.Globalization;
using System.Text;

namespace Kinerja.Application.Tests.Json;

/// <summary>Whatever the bytes: an answer, never an exception. A failure prints the seed of its case.</summary>
public sealed class BodyFuzzTests
{
    private static readonly string[] Words =
    [
        "id", "agencyId", "employeeId", "kind", "capturedAt", "sentAt", "position", "latitude", "longitude",
        "accuracyMetres", "units", "employees", "name", "zone", "nip", "period", "level", "words", "skpScore",
        "raterId",
        "in", "menpanrb", "peg-0001", "2026-Q1", "Asia/Jakarta", "2026-02-04T07:30:00+07:00", "meets", "checkin-0001",
        "0000-01-01T00:00:00+18:00", "9999-12-31T23:59:59.9999999-18:00", "-9998-01-01T00:00:00Z", "UTC+18", "\\ud800",
        "\\u0000", "ä", "𝄞", "é\\n", "",
    ];

    private static readonly string[] Numbers =
        [
            "0",
            "-0",
            "1",
            "90",
            "-180",
            "1e5",
            "1e-400",
            "1e400",
            "-1e999999999",
            "99999999999999999999999999999",
            "120.00",
            "0.005"
        ];

    [Fact]
    public void Arbitrary_JSON_never_throws() => Always.HoldsFor(
        random =>
        {
            var json = Encoding.UTF8.GetBytes(Value(random, 4));
            Assert.All(BodyReading.Good.Keys, body => BodyReading.Read(body, json));
        },
        400);

    [Fact]
    public void A_good_body_with_one_value_replaced_never_throws() => Always.HoldsFor(
        random =>
        {
            foreach (var (body, good) in BodyReading.Good)
            {
                var pointers = Pointers(good).ToList();
                BodyReading.Read(body, BodyReading.With(body, pointers[random.Next(pointers.Count)], Value(random, 2)));
            }
        },
        400);

    [Fact]
    public void Damaged_bytes_never_throw() => Always.HoldsFor(
        random =>
        {
            foreach (var (body, good) in BodyReading.Good)
            {
                var bytes = Encoding.UTF8.GetBytes(good);
                for (var n = random.Next(1, 4); n > 0; n--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                BodyReading.Read(body, bytes.AsSpan(0, random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length));
            }
        },
        400);

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => random.Next(2) == 0 ? "true" : "null",
        1 => Numbers[random.Next(Numbers.Length)],
        2 => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
        3 or 4 => Text(random),
        5 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1)))}]",
        _ =>
            $"{{{string.Join(',', Enumerable.Range(0, random.Next(8)).Select(_ => $"{Text(random)}:{Value(random, depth - 1)}"))}}}",
    };

    private static string Text(Random random) => $"\"{Words[random.Next(Words.Length)]}\"";

    private static IEnumerable<string> Pointers(string good)
    {
        using var document = System.Text.Json.JsonDocument.Parse(good);
        return [.. Walk(document.RootElement, "")];

        static IEnumerable<string> Walk(System.Text.Json.JsonElement element, string at) => element.ValueKind switch
        {
            System.Text.Json.JsonValueKind.Object => element.EnumerateObject()
                .SelectMany(m => Walk(m.Value, $"{at}/{m.Name}").Prepend($"{at}/{m.Name}")),
            System.Text.Json.JsonValueKind.Array =>
                element.EnumerateArray().SelectMany((item, i) => Walk(item, $"{at}/{i}")),
            _ => [],
        };
    }
}
