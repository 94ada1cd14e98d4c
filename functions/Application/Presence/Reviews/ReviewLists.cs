using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Reviews;

internal sealed record StoredEvidence(string Date, IReadOnlyList<string> CheckIns, SignalFigures Figures, string? Opens, string? Closes);

internal sealed record StoredDecision(string Outcome, string By, string Reason, long AtTicks);

internal sealed record StoredLists(IReadOnlyList<StoredEvidence> Evidence, IReadOnlyList<StoredDecision> Trail);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredLists))]
internal sealed partial class StoredFormat : JsonSerializerContext;

/// <summary>The two lists of a review as bytes of a column.</summary>
internal static class ReviewLists
{
    internal static byte[] Write(Review review) => JsonSerializer.SerializeToUtf8Bytes(
        new StoredLists(
            [.. review.Evidence.Select(e => new StoredEvidence(
                LocalDatePattern.Iso.Format(e.Date), [.. e.CheckIns.Select(c => c.ToString())], e.Figures, Wall(e.Asked?.Opens), Wall(e.Asked?.Closes)))],
            [.. review.Trail.Select(d => new StoredDecision(
                JsonFormat.Name(d.Outcome), d.DecidedBy.ToString(), d.Reason, d.At.ToUnixTimeTicks()))]),
        StoredFormat.Default.StoredLists);

    private static string? Wall(OffsetDateTime? time) => time is { } at ? OffsetDateTimePattern.ExtendedIso.Format(at) : null;

    internal static (IReadOnlyList<Evidence> Evidence, IReadOnlyList<ReviewDecision> Trail) Read(
        byte[] json,
        EmployeeId employee,
        SignalKind signal)
    {
        var lists = JsonSerializer.Deserialize(json, StoredFormat.Default.StoredLists)!;
        return (
            [.. lists.Evidence.Select(e => new Evidence(
                employee,
                signal,
                LocalDatePattern.Iso.Parse(e.Date).Value,
                [.. e.CheckIns.Select(c => ClientId.Parse(c).Value)],
                e.Figures)
            {
                Asked = e is { Opens: { } opens, Closes: { } closes }
                    ? new AskedWindow(OffsetDateTimePattern.ExtendedIso.Parse(opens).Value, OffsetDateTimePattern.ExtendedIso.Parse(closes).Value)
                    : null,
            })],
            [.. lists.Trail.Select(d => new ReviewDecision(
                EnumNames<ReviewState>.ByName[d.Outcome],
                EmployeeId.Parse(d.By).Value,
                d.Reason,
                Instant.FromUnixTimeTicks(d.AtTicks)))]);
    }
}
