namespace Kinerja.Local.Issuer;

/// <summary>Somebody whom the page of the sign-in offers, in one of the roles that it knows.</summary>
public sealed record SignInChoice(string Agency, string Person, string Role)
{
    public const string Employee = "pegawai";
    public const string Leader = "pimpinan";
    public const string Office = "kepegawaian";
    public const string National = "nasional";
    public const string Operations = "operasi";

    /// <summary>As it stands in an address: agency/person/role.</summary>
    public override string ToString() => $"{Agency}/{Person}/{Role}";
}
