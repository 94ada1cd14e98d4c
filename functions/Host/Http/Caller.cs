using Kinerja.Domain;

namespace Kinerja.Host.Http;

/// <summary>The agency app behind a request, as its token says.</summary>
internal sealed record Caller(AgencyId Agency, string Client, IReadOnlySet<string> Scopes)
{
    /// <summary>
    /// The only place where it is said who acts. Whoever the request names acts by the app's word; a stronger proof
    /// would be read from the token here.
    /// </summary>
    internal Actor Actor => new(Agency, Client, Person: null, ActorProof.AppWord);

    /// <summary>The value passed in when it belongs to the caller's agency.</summary>
    internal Result<T> Own<T>(AgencyId agency, T value)
        where T : notnull =>
        agency == Agency
            ? value
            : new Refusal(RefusalKind.NotAllowed, RefusalCodes.WrongAgency, $"The token speaks for {Agency} only.");
}
