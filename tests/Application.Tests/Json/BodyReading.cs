using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Json;
using Kinerja.Application.Policies;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Json;

/// <summary>
/// Every body that comes in over HTTP: a good example of each, and how it is read from bytes to claim.
/// </summary>
internal static class BodyReading
{
    internal static readonly Dictionary<string, string> Good = new()
    {
        ["check-in"] = """
            {"id":"checkin-0001","agencyId":"menpanrb","employeeId":"peg-0001","kind":"in",
             "capturedAt":"2026-02-04T07:30:00+07:00","sentAt":"2026-02-04T07:30:01.5+07:00",
             "position":{"latitude":-6.23,"longitude":106.816,"accuracyMetres":10},
             "mockLocation":false,"provider":"fused","deviceId":"device-1","attestation":{"verdict":"passed","tokenSha256":
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},"network":"wifi","batteryPercent":80,
             "photoSha256":"E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"}
            """,
        ["review-decision"] = """{"decidedById":"peg-head","decision":"accepted","reason":"Sudah diperiksa."}""",
        ["feedback"] = """
            {"id":"note-0001","agencyId":"menpanrb","giverId":"peg-head","receiverId":"peg-0001","role":"leader",
             "subject":"serviceOriented","level":"above","words":"Cepat dan rapi.","guide":2,
             "evidence":[{"url":"https://dokumen.go.id/a","words":"Survei"},{"document":"800/12/2026"}]}
            """,
        ["dialogue"] = """
            {"leaderId":"peg-head","writtenById":"peg-0001","period":"2026-Q1","heldOn":"2026-02-02","purpose":"plan",
             "achievement":"Ekspektasi jelas.","obstacles":"Data terlambat.","actions":[
              {"id":"aksi-0001","words":"Minta akses data.","byId":"peg-0001","dueOn":"2026-02-20","state":"done","outcome":"Sudah."}]}
            """,
        ["rater-correction"] = """{"raterId":"peg-head","correctedById":"peg-0002","reason":"Salah pilih."}""",
        ["feedback-policy"] = """
            {"leastGivers":4,"points":{"below":50,"meets":95,"above":115},"weights":{"leader":50,"peer":25,"subordinate":25,"served":0},
             "skpPercentLeaderOnly":70,"skpPercentAllHeard":60,"bands":{"above":110,"meets":90}}
            """,
        ["delegation"] =
            """{"delegateId":"peg-0001","to":"2026-03-01","grantedById":"peg-head","reason":"Cuti besar."}""",
        ["rating"] = """
            {"raterId":"peg-head","result":"meets","behaviour":"above","skpScore":100.5,"behaviourScore":90,"reason":"Bukti ada.",
             "newIdea":{"words":"Antrean lewat ponsel.","evidenceLink":"https://bukti.example/1"}}
            """,
        ["evaluation-policy"] = """
            {"predicateRule":"pp30","skpPercent":60,
             "matrix":{"name":"contoh","cells":[
               {"result":"below","behaviour":"below","predicate":"veryPoor"},{"result":"below","behaviour":"meets","predicate":"needsImprovement"},
               {"result":"below","behaviour":"above","predicate":"needsImprovement"},{"result":"meets","behaviour":"below","predicate":"poor"},
               {"result":"meets","behaviour":"meets","predicate":"good"},{"result":"meets","behaviour":"above","predicate":"good"},
               {"result":"above","behaviour":"below","predicate":"poor"},{"result":"above","behaviour":"meets","predicate":"good"},
               {"result":"above","behaviour":"above","predicate":"veryGood"}]},
             "headOfUnit":{"outstanding":"above","good":"meets","needsImprovement":"below","poor":"below","veryPoor":"below"},
             "bands":{"veryGood":110,"good":90,"needsImprovement":70,"poor":50}}
            """,
        ["ranking-policy"] = """
            {"topPercent":10,"topFloor":"veryGood","minimumCohort":20,"excludeDisciplineInProcess":false,"excludeDisciplineServing":true,
             "newStaffMonths":6,"perUnit":true}
            """,
        ["unit-performance"] = """{"level":"good","setById":"peg-head"}""",
        ["rater-reason"] = """{"reason":"Satu tim melampaui target."}""",
        ["distribution"] = """
            {"pattern":"se-menpanrb-3-2023","rounding":"halfUp","most":"moreThanHalf","smallestUnit":5,"headCounts":false,
             "leniency":{"peers":"unit","measure":"predicate","fewestRated":4,"standardErrors":1.96}}
            """,
        ["run"] = """{"period":"2026-Q1"}""",
        ["working-time"] = """
            {"everybody":{"scheme":"fixed","week":[
               {"days":["monday","tuesday","wednesday","thursday"],"start":"07:30","end":"16:00","breakMinutes":60},
               {"days":["friday"],"start":"07:30","end":"16:30","breakMinutes":90}],
              "seasons":[{"name":"Ramadan 1447","from":"2026-02-19","to":"2026-03-20","week":[
                {"days":["monday","tuesday"],"start":"08:00","end":"15:00","breakMinutes":30}]}],
              "grace":{"minutes":10,"rule":"forgiven"},"halfDayFromMinutes":240,"midDay":{"from":"12:00","to":"13:00"}},
             "units":[
              {"units":["igd"],"hours":{"scheme":"shift","week":[{"days":["monday"],"start":"08:00","end":"14:00"}],
               "shifts":[{"id":"malam","start":"21:00","end":"07:00","breakMinutes":60}],
               "rotations":[{"employees":["peg-0001"],"from":"2026-01-01","cycle":["malam","off"]}],
               "changes":[{"employeeId":"peg-0001","date":"2026-01-05","shift":"off"}]}},
              {"units":["litbang"],"hours":{"scheme":"dynamic","required":{"minutesPerWeek":2250},
               "week":[{"days":["monday"],"start":"06:00","end":"18:00"}]}}]}
            """,
        ["agency"] =
            """{"name":"Kementerian PANRB","zone":"Asia/Jakarta","seat":{"latitude":-6.23,"longitude":106.82}}""",
        ["units"] = """
            {"units":[{"id":"biro-sdm","name":"Biro SDM","parentId":"setjen","zone":"Asia/Jakarta","headId":"peg-head",
             "directService":false}]}
            """,
        ["posts"] = """
            {"posts":[{"id":"analis-kebijakan","name":"Analis Kebijakan","category":"policy-analysis","flexibleWork":true}]}
            """,
        ["entitlement"] = """
            {"kind":"flexibleStart","from":"2026-01-01","to":"2026-04-01","start":"08:30","source":"ranking 2025-Q4",
             "decidedById":"peg-head"}
            """,
        ["revocation"] = """
            {"kind":"flexiblePlace","entitlementFrom":"2026-01-01","from":"2026-03-02","reason":"Pindah tugas."}
            """,
        ["flexible-day"] = """{"geofenceId":"rumah-sari"}""",
        ["survey"] = """
            {"title":"Survei","opensOn":"2026-01-05","lastDay":"2026-01-09","breakdown":"level","units":["biro-sdm"],"posts":[],
             "questions":[{"id":"puas","kind":"scale","words":"Puas?"},{"id":"pola","kind":"choice","words":"Pola?","choices":["WFO","WFA"]}]}
            """,
        ["national-survey"] = """
            {"title":"Survei","opensOn":"2026-01-05","lastDay":"2026-01-09","agencies":["menpanrb"],
             "questions":[{"id":"puas","kind":"scale","words":"Puas?"}]}
            """,
        ["survey-extension"] = """{"lastDay":"2026-01-16","reason":"Diperpanjang."}""",
        ["survey-response"] = """{"level":"local","answers":[{"question":"puas","step":4}]}""",
        ["work-plan"] = """
            {"byId":"peg-0001","reason":"Pindah tugas.","plan":{"postId":"analis-kebijakan","results":[
               {"id":"rhk-1","kind":"main","words":"Layanan","expectation":"Cepat","servesId":"iku-1","assignmentId":"tim-0001",
                "weightPercent":100,"indicators":[{"id":"n","words":"Berkas","aspect":"quantity","target":{"value":12,
                 "unit":"berkas","direction":"moreIsBetter","counting":"addsUp","quarters":[{"quarter":1,"value":12}]}}]},
               {"id":"rhk-2","kind":"additional","words":"Tim","indicators":[{"id":"k","words":"Dinilai"}]}],
              "behaviour":[{"value":"loyal","words":"Setia."}],
              "annex":{"support":["Arsip"],"accountability":["Laporan"],"consequences":["Penghargaan"]}}}
            """,
        ["plan-agreement"] = """{"agreedById":"peg-head","version":1,"words":"Sepakat."}""",
        ["realisation"] = """
            {"results":[{"resultId":"rhk-1","words":"Selesai.","figures":[{"indicatorId":"n","value":12.5}],
             "evidence":[{"url":"https://arsip.example.go.id/1","words":"Rekap"},{"document":"ND-1/2026"}]}]}
            """,
        ["assignment"] = """
            {"team":"Tim SPBE","role":"Anggota","leaderAgencyId":"bkn","leaderId":"led-0001","origin":"applied","letter":"ST-1",
             "from":"2026-01-01","lastDay":"2026-06-30"}
            """,
        ["team-input"] =
            """{"leaderId":"led-0001","level":"above","words":"Rapi.","evidence":[{"document":"ND-1/2026"}]}""",
        ["work-plan-policy"] =
            """{"lastDay":"02-28","daysAfterChange":14,"reasonOutsideTime":false,"proRating":"months"}""",
        ["employees"] = """
            {"employees":[{"id":"peg-0001","unitId":"biro-sdm","kind":"pppk","raterId":"peg-head","active":true,
             "nip":"19900101 202012 1 001","postId":"analis-kebijakan","startedOn":"2020-12-01","discipline":"none"}]}
            """,
    };

    /// <summary>Null when the body was accepted.</summary>
    internal static Refusal? Read(string body, ReadOnlySpan<byte> json) => body switch
    {
        "check-in" => ContractReader.Read(json, JsonFormat.Default.CheckInRequest, b => b.Read()).Refusal,
        "review-decision" => ContractReader.Read(json, JsonFormat.Default.ReviewDecisionRequest, b => b.Read()).Refusal,
        "feedback" => ContractReader.Read(json, JsonFormat.Default.FeedbackRequest, b => b.Read()).Refusal,
        "dialogue" => ContractReader.Read(
                json, JsonFormat.Default.DialogueRequest,
                b => b.Read(Some.Person(), Some.Client("dialog-0001"))).Refusal,
        "rater-correction" => ContractReader.Read(
                json, JsonFormat.Default.RaterCorrectionRequest,
                b => b.Read(Some.Quarter, Some.Person())).Refusal,
        "feedback-policy" => Put(PolicyKinds.Feedback, json),
        "delegation" => ContractReader.Read(
                json, JsonFormat.Default.DelegationRequest,
                b => b.Read(Some.Person("peg-head"), new NodaTime.LocalDate(2026, 2, 1))).Refusal,
        "rating" => ContractReader.Read(
                json, JsonFormat.Default.RatingRequest,
                b => b.Read(Some.Quarter, Some.Person())).Refusal,
        "evaluation-policy" => Put(PolicyKinds.Evaluation, json),
        "ranking-policy" => Put(PolicyKinds.Ranking, json),
        "unit-performance" => ContractReader.Read(
                json, JsonFormat.Default.UnitPerformanceRequest,
                b => b.Read()).Refusal,
        "rater-reason" => ContractReader.Read(json, JsonFormat.Default.RaterReasonRequest, b => b.Read()).Refusal,
        "distribution" => Put(PolicyKinds.Distribution, json),
        "run" => ContractReader.Read(json, JsonFormat.Default.RunRequest, b => b.Read()).Refusal,
        "working-time" => Put(PolicyKinds.WorkingTime, json),
        "agency" => ContractReader.Read(
                json, JsonFormat.Default.RegisterAgencyRequest,
                b => b.Read(Some.AgencyId)).Refusal,
        "units" => ContractReader.Read(json, JsonFormat.Default.UnitsRequest, b => b.Read()).Refusal,
        "posts" => ContractReader.Read(json, JsonFormat.Default.PostsRequest, b => b.Read()).Refusal,
        "entitlement" => ContractReader.Read(json, JsonFormat.Default.EntitlementRequest, b => b.Read()).Refusal,
        "revocation" => ContractReader.Read(json, JsonFormat.Default.RevocationRequest, b => b.Read()).Refusal,
        "flexible-day" => ContractReader.Read(json, JsonFormat.Default.FlexibleDayRequest, b => b.Read()).Refusal,
        "survey" => ContractReader.Read(
                json, JsonFormat.Default.SurveyRequest,
                b => b.Read(SurveyId.Parse("fwa").Value)).Refusal,
        "national-survey" => ContractReader.Read(
                json, JsonFormat.Default.NationalSurveyRequest,
                b => b.Read(SurveyId.Parse("fwa").Value)).Refusal,
        "survey-extension" => ContractReader.Read(
                json, JsonFormat.Default.SurveyExtensionRequest,
                b => b.Read()).Refusal,
        "survey-response" => ContractReader.Read(json, JsonFormat.Default.SurveyResponseRequest, b => b.Read()).Refusal,
        "work-plan" => ContractReader.Read(json, JsonFormat.Default.WorkPlanRequest, b => b.Read()).Refusal,
        "plan-agreement" => ContractReader.Read(json, JsonFormat.Default.PlanAgreementRequest, b => b.Read()).Refusal,
        "realisation" => ContractReader.Read(
                json, JsonFormat.Default.RealisationRequest,
                b => b.Read(Some.Quarter)).Refusal,
        "assignment" => ContractReader.Read(
                json, JsonFormat.Default.AssignmentRequest,
                b => b.Read(Some.AgencyId)).Refusal,
        "team-input" => ContractReader.Read(json, JsonFormat.Default.TeamInputRequest, b => b.Read()).Refusal,
        "work-plan-policy" => Put(PolicyKinds.WorkPlan, json),
        "employees" => ContractReader.Read(json, JsonFormat.Default.EmployeesRequest, b => b.Read()).Refusal,
        _ => throw new ArgumentOutOfRangeException(nameof(body), body, "No such body."),
    };

    /// <summary>As a PUT reads it: filled, then checked.</summary>
    private static Refusal? Put(PolicyKind kind, ReadOnlySpan<byte> json) =>
        ContractReader.Read(json, JsonFormat.Default.JsonElement)
        .Then(b => kind.Check(b, new NodaTime.LocalDate(2026, 1, 1), ShippedFiles.Policies)).Refusal;

    internal static Refusal? Read(string body, string json) => Read(body, Encoding.UTF8.GetBytes(json));

    /// <summary>The good example with one member replaced (or dropped, for an empty text).</summary>
    internal static string With(string body, string pointer, string value)
    {
        var root = JsonNode.Parse(Good[body])!;
        var parts = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parent = parts.SkipLast(1).Aggregate(root, Step);
        var holder = parent.AsObject();
        holder.Remove(parts[^1]);
        if (value.Length == 0)
        {
            return root.ToJsonString();
        }

        // A marker, since a replaced value may be no JSON at all.
        holder[parts[^1]] = "%%";
        return root.ToJsonString().Replace("\"%%\"", value, StringComparison.Ordinal);
    }

    private static JsonNode Step(JsonNode node, string part) =>
        node is JsonArray list
            ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]!
            : node[part]!;
}
