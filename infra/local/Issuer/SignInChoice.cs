namespace Kinerja.Local.Issuer;

/// <summary>
/// Somebody whom the page of the sign-in offers, in one of the roles that it knows. A ministry signs in as itself: its
/// person is empty, and its token names none.
/// </summary>
public sealed record SignInChoice(string Agency, string Person, string Role)
{
    public const string Employee = "pegawai";
    public const string Leader = "pimpinan";
    public const string Office = "kepegawaian";
    public const string National = "nasional";
    public const string Operations = "operasi";
    public const string Ministry = "kementerian";

    /// <summary>
    /// Of agency/person/role; null when a part is empty that the role has, or the role is none of these.
    /// </summary>
    public static SignInChoice? Read(string text, IEnumerable<string> roles) =>
        text.Split('/') is [{ Length: > 0 } agency, var person, var role] && roles.Contains(role)
            && person.Length > 0 == HasPerson(role)
            ? new SignInChoice(agency, person, role)
            : null;

    public static bool HasPerson(string role) => role != Ministry;

    /// <summary>Whether a link means this one: it names all three parts, or the role or the person alone.</summary>
    public bool IsMeantBy(string hint) =>
        hint == ToString() || hint == Role || (hint == Person && hint.Length > 0);

    /// <summary>As it stands in an address: agency/person/role.</summary>
    public override string ToString() => $"{Agency}/{Person}/{Role}";
}
