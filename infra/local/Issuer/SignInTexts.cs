namespace Kinerja.Local.Issuer;

/// <summary>What the page of the sign-in says, in one language.</summary>
internal sealed record SignInTexts
{
    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Lead { get; init; }

    /// <summary>The name of the other language, in that language.</summary>
    public required string Other { get; init; }

    /// <summary>Over the button of the one whom a link names.</summary>
    public required string FromLink { get; init; }

    /// <summary>Over the others, when a link names somebody whom the list has not.</summary>
    public required string Listed { get; init; }

    /// <summary>Why nobody is offered yet, and when that ends.</summary>
    public required string ToCome { get; init; }

    public required string LookAgain { get; init; }

    public required string SomebodyElse { get; init; }

    public required string Agency { get; init; }

    public required string Person { get; init; }

    public required string Role { get; init; }

    public required string SignIn { get; init; }

    /// <summary>By the word of the role that stands in an address.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    internal static readonly SignInTexts Indonesian = new()
    {
        Language = "id",
        Title = "Masuk sebagai siapa?",
        Lead = "Halaman ini hanya untuk mencoba di satu komputer: tidak ada sandi, dan siapa pun dapat dipilih.",
        Other = "English",
        FromLink = "Yang disebut oleh tautan",
        Listed = "Pegawai contoh",
        ToCome = "Pegawai contoh belum ada: ceritanya masih berjalan di terminal, sekitar satu menit. Setelah itu "
            + "mereka tampil di sini.",
        LookAgain = "Lihat lagi",
        SomebodyElse = "Orang lain",
        Agency = "Instansi",
        Person = "Pegawai",
        Role = "Peran",
        SignIn = "Masuk",
        Roles = new Dictionary<string, string>
        {
            [SignInChoice.Employee] = "Pegawai",
            [SignInChoice.Leader] = "Pimpinan",
            [SignInChoice.Office] = "Bagian kepegawaian",
            [SignInChoice.National] = "Operator nasional",
            [SignInChoice.Operations] = "Operasi",
            [SignInChoice.Ministry] = "Kementerian penerima hasil",
        },
    };

    internal static readonly SignInTexts English = new()
    {
        Language = "en",
        Title = "Sign in as whom?",
        Lead = "This page is only for trying things out on one computer: there is no password, pick anybody.",
        Other = "Bahasa Indonesia",
        FromLink = "Whom the link names",
        Listed = "The sample's people",
        ToCome = "The sample's people are not there yet: the story is still being told in the terminal, for about a "
            + "minute. Then they stand here.",
        LookAgain = "Look again",
        SomebodyElse = "Somebody else",
        Agency = "Agency",
        Person = "Person",
        Role = "Role",
        SignIn = "Sign in",
        Roles = new Dictionary<string, string>
        {
            [SignInChoice.Employee] = "Employee",
            [SignInChoice.Leader] = "Leader",
            [SignInChoice.Office] = "Personnel office",
            [SignInChoice.National] = "National operator",
            [SignInChoice.Operations] = "Operations",
            [SignInChoice.Ministry] = "Ministry that receives results",
        },
    };

    /// <summary>The language that was asked for, then the browser's, then Indonesian.</summary>
    /// <param name="asked">Language tags with spaces between them (ui_locales of OpenID Connect); may be empty.</param>
    /// <param name="accepted">The browser's Accept-Language, best first; may be empty.</param>
    internal static SignInTexts For(string asked, string accepted) =>
        (asked.Length > 0 ? asked : accepted).StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? English : Indonesian;
}
