namespace Kinerja.Domain;

/// <summary>How it is known that the person acts for whom the app speaks.</summary>
public enum ActorProof
{
    /// <summary>The app says so, and nothing else is asked. Not the default, which proves nothing.</summary>
    AppWord = 1,

    /// <summary>The token itself names the person: whoever holds it has signed in at the issuer.</summary>
    PersonToken = 2,
}

/// <summary>
/// Who acts: an agency's app, and the person for whom it acts, or nobody when it acts by itself. What people decide and
/// write keeps its actor; where a stored value has none, this service did it by itself.
/// </summary>
/// <param name="Agency">For which the app speaks; where agencies work together it need not be the agency written
/// to.</param>
/// <param name="Client">The app, as its token names it.</param>
/// <param name="Person">Whom the app names.</param>
/// <param name="Proof">What stands behind that name.</param>
public sealed record Actor(AgencyId Agency, string Client, EmployeeId? Person, ActorProof Proof)
{
    public const int MostClientLetters = 200;

    /// <summary>The same app, for that person.</summary>
    public Actor For(EmployeeId person) => this with { Person = person };

    /// <summary>The same acting as that person: an app for anybody, whoever has signed in for himself alone.</summary>
    public Result<Actor> As(EmployeeId person) =>
        Proof == ActorProof.PersonToken && Person is { } own && own != person
            ? new Refusal(RefusalKind.NotAllowed, RefusalCodes.WrongPerson, $"The token speaks for {own} only.")
            : For(person);

    /// <summary>The value passed in when it belongs to the agency for which the app speaks.</summary>
    public Result<T> Own<T>(AgencyId agency, T value)
        where T : notnull =>
        agency == Agency
            ? value
            : new Refusal(RefusalKind.NotAllowed, RefusalCodes.WrongAgency, $"The token speaks for {Agency} only.");
}
