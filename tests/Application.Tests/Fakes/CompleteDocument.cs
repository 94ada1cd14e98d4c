using System.Text.Json;
using Kinerja.Application.Policies;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>An agency's document as a PUT of that body would have stored it.</summary>
internal static class CompleteDocument
{
    internal static PolicyDocument Of(PolicyKind kind, string json, LocalDate? from = null, int version = 1)
    {
        using var body = JsonDocument.Parse(json);
        var first = from ?? new LocalDate(2026, 1, 1);
        var complete = kind.Check(body.RootElement, first, ShippedFiles.Policies).Value;
        return new PolicyDocument(kind.Name, first, version, Instant.FromUtc(2026, 1, 1, 0, 0), complete);
    }
}
