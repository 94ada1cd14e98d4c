namespace Kinerja.Local.Issuer;

/// <summary>Somebody whom the page of the sign-in offers, in one of the roles that it knows.</summary>
public sealed record SignInChoice(string Agency, string Person, string Role)
{
    public const string Employee = "pegawai";
    public const string Leader = "pimpinan";
    public const string Office = "kepegawaian";
    public const string National = "nasional";
    public const string Operations = "operasi";

    /// <summary>Of agency/person/role; null when a part is empty, or the role is none of these.</summary>
    public static SignInChoice? Read(string text, IEnumerable<string> roles) =>
        text.Split('/') is [{ Length: > 0 } agency, { Length: > 0 } person, var role] && roles.Contains(role)
            ? new SignInChoice(agency, person, role)
            : null;

    /// <summary>Whether a link means this one: it names all three parts, or the role or the person alone.</summary>
    public bool IsMeantBy(string hint) => hint == ToString() || hint == Role || hint == Person;

    /// <summary>As it stands in an address: agency/person/role.</summary>
    public override string ToString() => $"{Agency}/{Person}/{Role}";
}
