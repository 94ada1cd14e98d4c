using Kinerja.Domain;

namespace Kinerja.Host.Http;

/// <summary>The agency app behind a request, as its token says.</summary>
internal sealed record Caller(AgencyId Agency, string Client, IReadOnlySet<string> Scopes)
{
    /// <summary>Who signed in, where the token names a person; null for an app's own token.</summary>
    internal EmployeeId? Person { get; init; }

    /// <summary>Before the name of a subscription of <c>infra/messaging.json</c>, in a ministry's token.</summary>
    private const string SubscribedTo = "events.of.";

    /// <summary>Names of the topic's subscriptions whose events of other agencies the token may read.</summary>
    internal IEnumerable<string> Subscriptions => Scopes
        .Where(scope => scope.StartsWith(SubscribedTo, StringComparison.Ordinal))
        .Select(scope => scope[SubscribedTo.Length..]);

    /// <summary>
    /// The only place where it is said who acts: the person of the token, or the app, by whose word others act.
    /// </summary>
    internal Actor Actor =>
        new(Agency, Client, Person, Person is null ? ActorProof.AppWord : ActorProof.PersonToken);
}
