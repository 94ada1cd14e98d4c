using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Intake;
using NodaTime;

namespace Kinerja.Application.Intake;

/// <summary>
/// A mapping before it holds: each sample goes through it and through the API's own reader. It must give what it says,
/// member by member, or be refused where it says; nothing is asked of the register, and nothing is stored.
/// </summary>
internal static class IntakeDryRun
{
    private const int LongestValue = 100;

    private static readonly AgencyId SomeAgency = AgencyId.Parse("instansi").Value;

    /// <param name="mapping">The one to try.</param>
    /// <param name="samples">Each has been read.</param>
    /// <param name="at">Where they stand in the document.</param>
    /// <param name="fields">Takes the faults.</param>
    internal static void Try(
        IntakeMapping mapping, IReadOnlyList<IntakeSampleRequest?> samples, string at, FieldReader fields)
    {
        foreach (var (i, sample) in samples.Index())
        {
            var (given, refused) = Outcome(mapping, sample!.Body!.Value);
            if (sample.Refused is { Count: > 0 } expected)
            {
                CompareRefusals([.. expected.OfType<string>()], refused, $"{at}/{i}", fields);
                continue;
            }

            foreach (var fault in refused)
            {
                fields.Add($"{at}/{i}/body{fault.Pointer}", fault.Detail);
            }

            if (refused.Count == 0)
            {
                Compare(mapping, sample.Gives!, given, $"{at}/{i}/gives", fields);
            }
        }
    }

    private static (List<JsonElement> Given, List<FieldFault> Refused) Outcome(IntakeMapping mapping, JsonElement body)
    {
        if (!IntakeJson.Read(mapping, body, NodaConstants.UnixEpoch).TryGet(out var records, out var refusal))
        {
            return ([], [.. refusal.Faults]);
        }

        var (given, refused) = (new List<JsonElement>(), new List<FieldFault>());
        foreach (var item in records.Items)
        {
            var no = item.TryGet(out var record, out refusal) ? Read(record) : refusal;
            if (no is not null)
            {
                refused.AddRange(no.Faults);
            }
            else
            {
                given.Add(IntakeJson.Of(record!, agency: null));
            }
        }

        return (given, refused);
    }

    private static Refusal? Read(MappedRecord record)
    {
        var item = IntakeJson.Of(record, SomeAgency);
        var refusal = record.Mapping.Goal == IntakeGoal.CheckIns
            ? ContractReader.Read(item, JsonFormat.Default.CheckInRequest, "", body => body.Read()).Refusal
            : ContractReader.Read(item, JsonFormat.Default.FeedbackRequest, "", body => body.Read()).Refusal;
        return refusal?.InAppsWords(record, "");
    }

    private static void CompareRefusals(
        IReadOnlyList<string> expected, List<FieldFault> refused, string at, FieldReader fields)
    {
        var places = refused.Select(fault => fault.Pointer).ToHashSet(StringComparer.Ordinal);
        if (!places.SetEquals(expected))
        {
            fields.Add($"{at}/refused", places.Count == 0
                ? "The body is not refused."
                : (Sentence)$"The body is refused at {string.Join(", ", places.Order(StringComparer.Ordinal))}.");
        }
    }

    private static void Compare(
        IntakeMapping mapping,
        IReadOnlyList<JsonElement> expected,
        List<JsonElement> given,
        string at,
        FieldReader fields)
    {
        if (expected.Count != given.Count)
        {
            fields.Add(at, $"The body gives {given.Count} records.");
            return;
        }

        foreach (var (i, (wanted, got)) in expected.Zip(given).Index())
        {
            if (wanted.ValueKind == JsonValueKind.Object)
            {
                Compare(mapping, IntakeJson.Members(wanted), IntakeJson.Members(got), $"{at}/{i}", fields);
            }
            else
            {
                fields.Add($"{at}/{i}", "An object is expected here.");
            }
        }
    }

    private static void Compare(
        IntakeMapping mapping,
        Dictionary<string, JsonElement> wanted,
        Dictionary<string, JsonElement> got,
        string at,
        FieldReader fields)
    {
        foreach (var name in wanted.Keys.Except(got.Keys).Order(StringComparer.Ordinal))
        {
            fields.Add($"{at}/{Place(name)}", "The body gives nothing here.");
        }

        foreach (var (name, value) in got.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!wanted.TryGetValue(name, out var said))
            {
                if (!IsMade(mapping, name))
                {
                    fields.Add(at, $"The body also gives {name}: {Short(value)}.");
                }
            }
            else if (!JsonElement.DeepEquals(said, value))
            {
                fields.Add($"{at}/{Place(name)}", $"The body gives {Short(value)} here.");
            }
        }
    }

    /// <summary>A hashed id, and the time of receipt, need not be said.</summary>
    private static bool IsMade(IntakeMapping mapping, string name) => mapping.Fields.Any(
        field => field.Member.Name == name && field.Source is IntakeSource.HashOf or IntakeSource.Receipt);

    private static string Place(string name) => string.Join('/', name.Split('/').Select(JsonPointers.Escape));

    private static string Short(JsonElement value) =>
        value.GetRawText() is var text && text.Length <= LongestValue ? text : text[..LongestValue] + "…";
}
