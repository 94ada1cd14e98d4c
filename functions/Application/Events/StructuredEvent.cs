using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace Kinerja.Application.Events;

/// <summary>An event as CloudEvents 1.0 writes it in one piece (structured mode).</summary>
public sealed record StructuredEvent(
    string Specversion, string Id, string Type, string Source, string Subject, string Time, string Datacontenttype,
    string Sequence, string? Seal, JsonElement Data)
{
    internal static StructuredEvent Of(OutgoingEvent one) => new(
        "1.0",
        one.Id,
        one.Type,
        $"urn:kinerja:agency:{one.AgencyId}",
        $"{one.AgencyId}/{one.Period}",
        InstantPattern.General.Format(one.Time),
        "application/json",
        one.Number!.Value.ToString("D12", CultureInfo.InvariantCulture),
        one.Seal,
        JsonElement.Parse(one.Json.Span));
}
