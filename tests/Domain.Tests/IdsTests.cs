namespace Kinerja.Domain.Tests;

public sealed class IdsTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void An_agency_id_has_2_to_32_characters(int length, bool taken) =>
        Assert.Equal(taken, AgencyId.Parse(new string('a', length)).Refusal is null);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void A_unit_id_has_1_to_32_characters(int length, bool taken) =>
        Assert.Equal(taken, UnitId.Parse(new string('a', length)).Refusal is null);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(48, true)]
    [InlineData(49, false)]
    public void A_geofence_id_has_1_to_48_characters(int length, bool taken) =>
        Assert.Equal(taken, GeofenceId.Parse(new string('a', length)).Refusal is null);

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void An_employee_id_has_4_to_40_characters(int length, bool taken) =>
        Assert.Equal(taken, EmployeeId.Parse(new string('a', length)).Refusal is null);

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_client_id_has_8_to_64_characters(int length, bool taken) =>
        Assert.Equal(taken, ClientId.Parse(new string('a', length)).Refusal is null);

    // None of these may enter a table key, a path, a filter or a message property.
    [Theory]
    [InlineData("Abcdefgh")]
    [InlineData("-abcdefg")]
    [InlineData("abc/defg")]
    [InlineData("abc\\defg")]
    [InlineData("abc#defg")]
    [InlineData("abc?defg")]
    [InlineData("abc_defg")]
    [InlineData("abc'defg")]
    [InlineData("abc defg")]
    [InlineData("abc\ndefg")]
    [InlineData("abcdéfgh")]
    [InlineData("abcdefg٣")]
    public void Only_lower_case_letters_digits_and_hyphens_make_an_id(string text)
    {
        Assert.NotNull(AgencyId.Parse(text).Refusal);
        Assert.NotNull(UnitId.Parse(text).Refusal);
        Assert.NotNull(GeofenceId.Parse(text).Refusal);
        Assert.NotNull(EmployeeId.Parse(text).Refusal);
    }

    [Theory]
    [InlineData("3F2504E0-4F89-11D3-9A0C-0305E82C3301", true)]
    [InlineData("abc_defgh", false)]
    [InlineData("-abcdefgh", false)]
    [InlineData("abc/defgh", false)]
    [InlineData("abcdéfghi", false)]
    public void A_client_id_may_hold_capitals_and_nothing_else_more(string text, bool taken) =>
        Assert.Equal(taken, ClientId.Parse(text).Refusal is null);

    [Fact]
    public void A_missing_id_is_refused()
    {
        Assert.NotNull(AgencyId.Parse(null).Refusal);
        Assert.NotNull(UnitId.Parse(null).Refusal);
        Assert.NotNull(GeofenceId.Parse(null).Refusal);
        Assert.NotNull(EmployeeId.Parse(null).Refusal);
        Assert.NotNull(ClientId.Parse(null).Refusal);
    }

    [Fact]
    public void A_NIP_is_refused_as_an_employee_id()
    {
        var refusal = EmployeeId.Parse("199009132015031001", "/employeeId").Refusal;
        Assert.Contains("NIP", refusal!.Detail, StringComparison.Ordinal);
        Assert.Equal("/employeeId", Assert.Single(refusal.Faults).Pointer);
    }

    [Theory]
    [InlineData("19900913201503100")]
    [InlineData("1990091320150310011")]
    [InlineData("a99009132015031001")]
    public void Seventeen_or_nineteen_digits_or_a_letter_are_no_NIP(string text) =>
        Assert.Null(EmployeeId.Parse(text).Refusal);

    [Fact]
    public void A_default_id_throws_when_it_is_written()
    {
        Assert.Throws<InvalidOperationException>(() => default(AgencyId).ToString());
        Assert.Throws<InvalidOperationException>(() => default(UnitId).ToString());
        Assert.Throws<InvalidOperationException>(() => default(GeofenceId).ToString());
        Assert.Throws<InvalidOperationException>(() => default(EmployeeId).ToString());
        Assert.Throws<InvalidOperationException>(() => default(ClientId).ToString());
    }

    [Fact]
    public void Ids_are_ordered_by_code_point_on_every_machine()
    {
        Assert.True(Some.Person("peg-2").CompareTo(Some.Person("peg-10")) > 0);
        Assert.True(Some.Person("peg-1").CompareTo(Some.Person("pega")) < 0);
        Assert.True(Some.Client("checkin-B").CompareTo(Some.Client("checkin-a")) < 0);
    }
}
