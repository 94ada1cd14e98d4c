using Kinerja.Application;
using Kinerja.Application.Files.Sheets;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Host.Http;

namespace Kinerja.Host.Files;

/// <summary>What a path says of an import. Whoever names one needs the scope that writes rows of its kind.</summary>
internal static class RouteImport
{
    internal static ImportKind ImportKind(this RouteReader route)
    {
        var kind = route.Path("kind", RouteText.Name<ImportKind>);
        route.Needs(ScopeOf(kind));
        return kind;
    }

    internal static ImportId Import(this RouteReader route)
    {
        var kind = route.ImportKind();
        return route.Path("id", (text, pointer) => ImportId.Parse(kind, text, pointer));
    }

    /// <summary>A form that comes in again.</summary>
    internal static SheetFormat TemplateFormat(this RouteReader route) =>
        route.Format() is not SheetFormat.Jsonl and var format ? format : route.Refuse<SheetFormat>(
            new(RefusalKind.NotAcceptable, RefusalCodes.UnknownFormat, "One of csv, xlsx is expected."));

    private static string ScopeOf(ImportKind kind) => kind switch
    {
        Kinerja.Domain.Files.ImportKind.Ratings => Scopes.RatingsWrite,
        Kinerja.Domain.Files.ImportKind.Leave => Scopes.LeaveWrite,
        Kinerja.Domain.Files.ImportKind.Calendar => Scopes.PoliciesWrite,
        Kinerja.Domain.Files.ImportKind.People or Kinerja.Domain.Files.ImportKind.Units
            or Kinerja.Domain.Files.ImportKind.Posts => Scopes.RegisterWrite,
    };
}
