namespace Kinerja.Domain;

/// <summary>A government agency (instansi): 2 to 32 lower-case letters, digits and hyphens.</summary>
public readonly record struct AgencyId
{
    private readonly string? _value;

    private AgencyId(string value) => _value = value;

    public static Result<AgencyId> Parse(string? text, string pointer = "/agencyId") =>
        IdText.IsLower(text, 2, 32) ? new AgencyId(text!) : Refusal.Malformed(pointer, IdText.LowerRule(2, 32));

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>
/// A unit of an agency (unit kerja): 1 to 32 lower-case letters, digits and hyphens, unique in its agency.
/// </summary>
public readonly record struct UnitId
{
    private readonly string? _value;

    private UnitId(string value) => _value = value;

    public static Result<UnitId> Parse(string? text, string pointer = "/unitId") =>
        IdText.IsLower(text, 1, 32) ? new UnitId(text!) : Refusal.Malformed(pointer, IdText.LowerRule(1, 32));

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>
/// A post (jabatan) as an agency lists it: 1 to 48 lower-case letters, digits and hyphens, unique in its agency.
/// </summary>
public readonly record struct PostId
{
    private readonly string? _value;

    private PostId(string value) => _value = value;

    public static Result<PostId> Parse(string? text, string pointer = "/postId") =>
        IdText.IsLower(text, 1, 48) ? new PostId(text!) : Refusal.Malformed(pointer, IdText.LowerRule(1, 48));

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>A questionnaire of an agency: 1 to 48 lower-case letters, digits and hyphens.</summary>
public readonly record struct SurveyId
{
    private readonly string? _value;

    private SurveyId(string value) => _value = value;

    public static Result<SurveyId> Parse(string? text, string pointer = "/surveyId") =>
        IdText.IsLower(text, 1, 48) ? new SurveyId(text!) : Refusal.Malformed(pointer, IdText.LowerRule(1, 48));

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>A mapping of an agency's intake: 1 to 48 lower-case letters, digits and hyphens.</summary>
public readonly record struct MappingId
{
    private readonly string? _value;

    private MappingId(string value) => _value = value;

    public static Result<MappingId> Parse(string? text, string pointer = "/mapping") =>
        IdText.IsLower(text, 1, 48) ? new MappingId(text!) : Refusal.Malformed(pointer, IdText.LowerRule(1, 48));

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>
/// A geofence's name in its agency: 1 to 48 lower-case letters, digits and hyphens; every version shares it.
/// </summary>
public readonly record struct GeofenceId
{
    private readonly string? _value;

    private GeofenceId(string value) => _value = value;

    public static Result<GeofenceId> Parse(string? text, string pointer = "/id") =>
        IdText.IsLower(text, 1, 48) ? new GeofenceId(text!) : Refusal.Malformed(pointer, IdText.LowerRule(1, 48));

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>
/// A person as other systems may know him or her: opaque, 4 to 40 lower-case letters, digits and hyphens.
/// Eighteen digits are refused, since that would be a NIP, which holds birth date and sex.
/// </summary>
public readonly record struct EmployeeId : IComparable<EmployeeId>
{
    private readonly string? _value;

    private EmployeeId(string value) => _value = value;

    public static Result<EmployeeId> Parse(string? text, string pointer = "/employeeId")
    {
        if (!IdText.IsLower(text, 4, 40))
        {
            return Refusal.Malformed(pointer, IdText.LowerRule(4, 40));
        }

        return text!.Length == 18 && text.All(char.IsAsciiDigit)
            ? Refusal.Malformed(pointer, "A NIP is not an employee id: it holds birth date and sex.")
            : new EmployeeId(text);
    }

    /// <summary>Ordinal, so that lists have one order on every machine.</summary>
    public int CompareTo(EmployeeId other) => string.CompareOrdinal(_value, other._value);

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>
/// What a client calls one check-in or one feedback note: 8 to 64 letters, digits and hyphens; a resend repeats it.
/// </summary>
public readonly record struct ClientId : IComparable<ClientId>
{
    private readonly string? _value;

    private ClientId(string value) => _value = value;

    public static Result<ClientId> Parse(string? text, string pointer = "/id") =>
        IdText.IsClient(text, 8, 64)
            ? new ClientId(text!)
            : Refusal.Malformed(pointer, "8 to 64 letters, digits and hyphens are expected, and no NIP.");

    public int CompareTo(ClientId other) => string.CompareOrdinal(_value, other._value);

    public override string ToString() => _value ?? throw IdText.Blank();
}

/// <summary>
/// The characters that ids may hold; none of them is special in a key, a path or a filter. Ids are keys and stand in
/// addresses, so that none may hold a NIP.
/// </summary>
internal static class IdText
{
    internal static bool IsLower(string? text, int least, int most) =>
        Fits(text, least, most) && text!.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    internal static bool IsClient(string? text, int least, int most) =>
        Fits(text, least, most) && text!.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    internal static Sentence LowerRule(int least, int most) =>
        $"{least} to {most} lower-case letters, digits and hyphens are expected, no hyphen in front, and no NIP.";

    internal static InvalidOperationException Blank() => new("A default id was used.");

    private static bool Fits(string? text, int least, int most) =>
        text is not null && text.Length >= least && text.Length <= most && text[0] != '-'
        && !NipText.StandsIn(text);
}
