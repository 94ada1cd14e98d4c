using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Host;

/// <summary>A date as a path or a query names it.</summary>
internal static class AskedDate
{
    internal static Result<LocalDate> Parse(string? text, string pointer) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: > 1 and < 9998 } parsed
            ? parsed.Value
            : Refusal.Malformed(pointer, "A date such as 2026-01-05 is expected.");
}
