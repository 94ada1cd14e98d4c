using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>Each function here is wrong in one way.</summary>
internal sealed class FaultySamples
{
    [Function("Twin")]
    public static IResult Twin([HttpTrigger("get", Route = "a")] HttpRequest request) => Results.Text(request.Path);

    [Function("twin")]
    public static IResult OtherTwin([HttpTrigger("get", Route = "b")] HttpRequest request) => Results.Text(request.Path);

    [Function("SameRoute1")]
    public static IResult SameRoute1([HttpTrigger("get", "put", Route = "c")] HttpRequest request) => Results.Text(request.Path);

    [Function("SameRoute2")]
    public static IResult SameRoute2([HttpTrigger("PUT", Route = "C")] HttpRequest request) => Results.Text(request.Path);

    [Function("NoTrigger")]
    public static void NoTrigger(HttpRequest request) => Results.Text(request.Path);

    [Function("Unknown")]
    public static void Unknown([OtherTrigger] string text) => Results.Text(text);

    [Function("RetriedHttp")]
    [FixedDelayRetry(1, "00:00:01")]
    public static IResult RetriedHttp([HttpTrigger("get", Route = "d")] HttpRequest request) => Results.Text(request.Path);

    [Function("RetriedBus")]
    [FixedDelayRetry(1, "00:00:01")]
    public static void RetriedBus([ServiceBusTrigger("q", Connection = "Bus")] string text) => Results.Text(text);

    [Function("AsyncVoid")]
    public static async void AsyncVoid([HttpTrigger("get", Route = "e")] HttpRequest request) => await Task.FromResult(request);

    [Function("Unbound")]
    public static IResult Unbound([HttpTrigger("get", Route = "f/{id}")] HttpRequest request, string other) =>
        Results.Text(request.Path + other);

    [Function("Unparsed")]
    public static IResult Unparsed([HttpTrigger("get", Route = "g/{id}")] HttpRequest request, Uri id) => Results.Redirect($"{request.Path}{id}");

    [Function("NoResult")]
    public static string NoResult([HttpTrigger("get", Route = "h")] HttpRequest request) => request.Path;

    [Function("BadRoute")]
    public static IResult BadRoute([HttpTrigger("get", Route = "i/{id")] HttpRequest request) => Results.Text(request.Path);

    [Function("BadCron")]
    public static void BadCron([TimerTrigger("every day")] TimerInfo timer) => Results.Json(timer);

    [Function("NoSetting")]
    public static void NoSetting([TimerTrigger("%Nightly%")] TimerInfo timer) => Results.Json(timer);

    [Function("NotTimerInfo")]
    public static void NotTimerInfo([TimerTrigger("0 0 * * * *")] string timer) => Results.Text(timer);

    [Function("Batched")]
    public static void Batched([ServiceBusTrigger("q", Connection = "Bus", IsBatched = true)] string text) => Results.Text(text);

    [Function("ByHand")]
    public static void ByHand([ServiceBusTrigger("q", Connection = "Bus", AutoCompleteMessages = false)] string text) => Results.Text(text);

    [Function("NoConnection")]
    public static void NoConnection([ServiceBusTrigger("q", Connection = "Nowhere")] string text) => Results.Text(text);

    [Function("NotPublic")]
    internal static void NotPublic([TimerTrigger("0 0 * * * *")] TimerInfo timer) => Results.Json(timer);
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OtherTriggerAttribute : TriggerBindingAttribute;
