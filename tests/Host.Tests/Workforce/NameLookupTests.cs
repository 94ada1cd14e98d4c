using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>
/// Names of some people over HTTP. The chief rates the head, who rates Ani and Budi and heads the only unit.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class NameLookupTests(CloudFixture cloud)
{
    private const string Everybody = """{"employeeIds":["budi","ani-1","head-1","chief","siapa-1","budi"]}""";

    [Fact]
    public async Task A_page_gets_the_names_of_its_ids_once_each_and_none_where_none_was_given()
    {
        var agency = await NamedAsync();

        Assert.Equal(
            ["budi Budi Contoh", "ani-1 Ani Contoh", "head-1 Kepala Contoh", "chief Sekda Contoh"],
            await NamesAsync(agency.Api, agency, Everybody));

        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/names", """{"names":[{"employeeId":"ani-1"}]}""");
        Assert.Empty(await NamesAsync(agency.Api, agency, """{"employeeIds":["ani-1"]}"""));
    }

    [Fact]
    public async Task A_person_gets_the_own_name_those_of_who_is_below_and_above_and_the_unit_s()
    {
        var agency = await NamedAsync();
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/units", """
            {"units":[{"id":"keu","name":"Keuangan","zone":"Asia/Jayapura"}]}
            """);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/employees", """
            {"employees":[{"id":"cici","unitId":"keu","kind":"pns","raterId":"chief"},
                          {"id":"pergi","unitId":"tu","kind":"pns","endedOn":"2026-01-02"}]}
            """);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/names", """
            {"names":[{"employeeId":"cici","name":"Cici Contoh"},{"employeeId":"pergi","name":"Pergi Contoh"}]}
            """);
        const string Others = """{"employeeIds":["cici","pergi","ani-1"]}""";

        Assert.Equal(
            ["budi Budi Contoh", "ani-1 Ani Contoh", "head-1 Kepala Contoh", "chief Sekda Contoh"],
            await NamesAsync(PersonOf(agency, "head-1"), agency, Everybody));
        Assert.Equal(
            ["budi Budi Contoh", "ani-1 Ani Contoh", "head-1 Kepala Contoh", "chief Sekda Contoh"],
            await NamesAsync(PersonOf(agency, "ani-1"), agency, Everybody));
        // Neither of another unit, nor of whoever has left, nor to that one.
        Assert.Equal(["ani-1 Ani Contoh"], await NamesAsync(PersonOf(agency, "budi"), agency, Others));
        Assert.Equal(["cici Cici Contoh"], await NamesAsync(PersonOf(agency, "cici"), agency, Others));
        Assert.Equal(["pergi Pergi Contoh"], await NamesAsync(PersonOf(agency, "pergi"), agency, Others));
        Assert.Empty(await NamesAsync(PersonOf(agency, "tidak-terdaftar"), agency, Everybody));
        Assert.Equal(4, (await NamesAsync(PersonOf(agency, "ani-1", "register.read"), agency, Everybody)).Count());
        // The whole list stays the office's.
        await Refused.GetAsync(
            PersonOf(agency, "head-1"), $"/api/v1/agencies/{agency.Id}/names", 403, "wrong-person");
    }

    [Fact]
    public Task No_ids_too_many_and_what_is_no_id_are_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var path = $"/api/v1/agencies/{agency.Id}/name-lookups";
        var many = string.Join(',', Enumerable.Range(1000, 201).Select(i => $"\"org-{i}\""));
        await Refused.PostAsync(agency.Api, path, "{}", 400, "invalid-field", "/employeeIds");
        await Refused.PostAsync(agency.Api, path, """{"employeeIds":[]}""", 400, "invalid-field", "/employeeIds");
        await Refused.PostAsync(
            agency.Api, path, $$"""{"employeeIds":[{{many}}]}""", 400, "invalid-field", "/employeeIds");
        await Refused.PostAsync(
            agency.Api, path, """{"employeeIds":["budi","Budi Santoso"]}""", 400, "invalid-field", "/employeeIds/1");
        var reader = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["register.read"]));
        await Refused.PostAsync(reader, path, Everybody, 403, "missing-scope");
        await Refused.PostAsync(cloud.ApiOf("lain-instansi"), path, Everybody, 403, "wrong-agency");
    });

    private Api PersonOf(SmallAgency agency, string person, params string[] scopes) =>
        cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["names.read", .. scopes], person: person));

    private async Task<SmallAgency> NamedAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var put = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/names", """
            {"names":[{"employeeId":"ani-1","name":"Ani Contoh"},{"employeeId":"budi","name":"Budi Contoh"},
                      {"employeeId":"head-1","name":"Kepala Contoh"},{"employeeId":"chief","name":"Sekda Contoh"}]}
            """);
        Assert.Equal(200, put.Status);
        return agency;
    }

    private static async Task<IEnumerable<string>> NamesAsync(Api api, SmallAgency agency, string body)
    {
        var answer = await api.PostAsync($"/api/v1/agencies/{agency.Id}/name-lookups", body);
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Json}");
        return answer.Json!["names"]!.AsArray().Select(n => $"{n!["employeeId"]} {n["name"]}");
    }
}
