using Kinerja.Application;
using Kinerja.Application.Files.Sheets;
using Kinerja.Domain;
using Kinerja.Host.Http;

namespace Kinerja.Host.Files;

/// <summary>
/// The form in which a table is wanted: <c>format</c> in the query, which a plain link can say, and nothing else. The
/// header Accept is not read.
/// </summary>
internal static class RouteFormat
{
    internal static string NameOf(SheetFormat format) => JsonFormat.Name(format);

    /// <summary>CSV where nothing is said.</summary>
    internal static SheetFormat Format(this RouteReader route) =>
        route.OptionalQuery("format", Parse) ?? SheetFormat.Csv;

    private static Result<SheetFormat> Parse(string? text, string pointer)
    {
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            if (NameOf(format) == text)
            {
                return format;
            }
        }

        Sentence detail = $"One of {string.Join(", ", Enum.GetValues<SheetFormat>().Select(NameOf))} is expected.";
        return new Refusal(RefusalKind.NotAcceptable, RefusalCodes.UnknownFormat, detail)
        {
            Faults = [new(pointer, detail)],
        };
    }
}
