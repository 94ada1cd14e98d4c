using Kinerja.Domain;

namespace Kinerja.Host.Http;

/// <summary>The agency app behind a request, as its token says.</summary>
internal sealed record Caller(AgencyId Agency, IReadOnlySet<string> Scopes)
{
    /// <summary>The value passed in when this caller may do that for that agency.</summary>
    internal Result<T> May<T>(string scope, AgencyId agency, T value)
        where T : notnull
    {
        if (!Scopes.Contains(scope))
        {
            return new Refusal(RefusalKind.NotAllowed, RefusalCodes.MissingScope, $"The token lacks the scope {scope}.");
        }

        return agency == Agency
            ? value
            : new Refusal(RefusalKind.NotAllowed, RefusalCodes.WrongAgency, $"The token speaks for {Agency} only.");
    }

    /// <summary>The caller's own agency when the scope is there.</summary>
    internal Result<AgencyId> May(string scope) => May(scope, Agency, Agency);
}
