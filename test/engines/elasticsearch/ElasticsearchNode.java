import com.carrotsearch.randomizedtesting.RandomizedRunner;
import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import com.carrotsearch.randomizedtesting.annotations.TimeoutSuite;
import java.nio.file.Path;
import java.util.List;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.MockNode;
import org.elasticsearch.transport.netty4.Netty4Plugin;
import org.elasticsearch.xpack.core.XPackPlugin;
import org.elasticsearch.xpack.esql.plugin.EsqlPlugin;
import org.junit.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.RunWith;

/**
 * A node of its own on the loopback interface, with every limit at its default. Takes the folder for
 * its data, says on which port it listens, and ends with its input. Elasticsearch's classes for tests
 * start only inside their test runner, so the node runs as a test that lasts.
 */
@RunWith(RandomizedRunner.class)
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
@TimeoutSuite(millis = 0)
public class ElasticsearchNode {
  private static Path home;

  public static void main(String[] arguments) {
    home = Path.of(arguments[0]);
    Result result = JUnitCore.runClasses(ElasticsearchNode.class);
    result.getFailures().forEach(failure -> System.err.println(failure.getTrace()));
    System.exit(result.wasSuccessful() ? 0 : 1);
  }

  @Test
  public void listens() throws Exception {
    Settings settings =
        Settings.builder()
            .put("cluster.name", "sigmaql")
            .put("node.name", "test")
            .put("path.home", home)
            .put("discovery.type", "single-node")
            .put("transport.type", "netty4")
            .put("transport.host", "127.0.0.1")
            .put("transport.port", 0)
            .put("http.type", "netty4")
            .put("http.host", "127.0.0.1")
            .put("http.port", 0)
            // ES|QL warns of each comparison with several values, more than a client takes.
            .put("http.max_warning_header_count", 0)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    var modules = List.of(Netty4Plugin.class, XPackPlugin.class, EsqlPlugin.class);
    try (var node = new MockNode(settings, modules)) {
      node.start();
      var http = node.injector().getInstance(HttpServerTransport.class);
      System.out.println("listening " + http.boundAddress().publishAddress().getPort());
      while (System.in.read() >= 0) {}
    }
  }
}
