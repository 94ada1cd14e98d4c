using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Application.Exchange;
using Kinerja.Application.Feedback;
using Kinerja.Application.Files;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Intake;
using Kinerja.Application.Notices;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Queues;
using Kinerja.Application.Ranking;
using Kinerja.Application.Reports;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tables;
using Kinerja.Application.Webhooks;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;
using Kinerja.Host.Console;
using Kinerja.Host.Exchange;
using Kinerja.Host.Http;
using Kinerja.Host.Intake.Pulls;
using Kinerja.Host.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kinerja.Host;

/// <summary>
/// The words of the app, and what the settings decide. Everything is a singleton: nothing holds a request's state.
/// </summary>
internal static class Composition
{
    internal static IServiceCollection AddKinerja(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Connections.TablesOf(configuration));
        services.AddSingleton(_ => Connections.QueuesOf(configuration));
        services.AddSingleton(_ => Connections.BusOf(configuration));
        services.AddSingleton(_ => RunSettingsOf(configuration));
        services.AddSingleton(
            _ => ReceiptKey.FromPem(Connections.Required(configuration, SettingNames.ReceiptsSigningKey)));
        services.AddSingleton(provider => new ReceiptSigner(
            provider.GetRequiredService<ReceiptKey>(),
            ReceiptKey.Retired(Connections.Setting(configuration, SettingNames.ReceiptsRetiredKeys))));
        services.AddSingleton(
            _ => SpotCheckSalt.From(Connections.Required(configuration, SettingNames.SpotChecksSalt)));
        services.AddSingleton(
            _ => NipLookupKey.From(Connections.Required(configuration, SettingNames.NipLookupKey)));
        services.AddSingleton(_ => ColumnSeal.From(Connections.Required(configuration, SettingNames.SealKeys)));
        services.AddHostedService<StartUpCheck>();
        return services.AddWords().AddCallers(configuration).AddConsole(configuration)
            .AddWebhookClient(configuration).AddRegisterClient().AddSiasnClient();
    }

    private static IServiceCollection AddWords(this IServiceCollection services) => services
        .AddTables()
        .AddQueues()
        .AddEvents()
        .AddNotices()
        .AddWebhooks()
        .AddPolicies()
        .AddWorkforce()
        .AddGeofencing()
        .AddCheckIns()
        .AddAttendance()
        .AddReviews()
        .AddFlexibleWork()
        .AddWorkPlans()
        .AddFeedback()
        .AddIntake()
        .AddEvaluation()
        .AddRuns()
        .AddRanking()
        .AddObjections()
        .AddFollowUp()
        .AddSurveys()
        .AddReports()
        .AddFiles()
        .AddExchange();

    private static RunSettings RunSettingsOf(IConfiguration configuration) => new(
        configuration.GetValue(SettingNames.InConfiguration(SettingNames.RunsShardSize), RunSettings.DefaultShardSize),
        configuration.GetValue(SettingNames.InConfiguration(SettingNames.RunsGraceDays), RunSettings.DefaultGraceDays));
}
