import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A node of its own on the loopback interface, with every limit at its default. Takes the folder for
 * its data, says on which port it listens, and ends with its input.
 */
public class OpenSearchNode extends Node {
  private static final List<Class<? extends Plugin>> MODULES =
      List.of(Netty4Plugin.class, MapperExtrasPlugin.class);

  private OpenSearchNode(Settings settings, Collection<Class<? extends Plugin>> modules) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test"),
        modules,
        false);
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings =
        Settings.builder()
            .put("cluster.name", "sigmaql")
            .put("path.home", arguments[0])
            .put("discovery.type", "single-node")
            .put("transport.type", "netty4")
            .put("transport.host", "127.0.0.1")
            .put("transport.port", 0)
            .put("http.type", "netty4")
            .put("http.host", "127.0.0.1")
            .put("http.port", 0)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    try (var node = new OpenSearchNode(settings, MODULES)) {
      node.start();
      var http = node.injector().getInstance(HttpServerTransport.class);
      System.out.println("listening " + http.boundAddress().publishAddress().getPort());
      while (System.in.read() >= 0) {}
    }
    System.exit(0);
  }
}
