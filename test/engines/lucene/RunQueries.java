import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Runs queries, parsed as Elasticsearch's query_string parses them, over events. Texts are in Base64
 * and apart by blanks. Each line in does one thing:
 *
 *   event FIELD VALUE FIELD VALUE …   adds an event that every later query runs over; no line out
 *   query TEXT EVENT EVENT …          an EVENT is FIELD:VALUE,FIELD:VALUE…; a line out: how many
 *                                     predicates the query has, a blank, then for each event that
 *                                     was added and each of these 1 or 0; or `! ` and an error
 *
 * Fields are keywords, as they are or lower-cased by a normalizer; one whose name ends in `.caseless`
 * is lower-cased in any case. A text that is an address or a number is in a point beside the
 * field too, which networks and ranges are looked up in, as in fields of type ip and double.
 */
public final class RunQueries {
  private static boolean lower;

  private static String normal(String field, String text) {
    if (!lower && !field.endsWith(".caseless")) return text;
    // As Lucene's LowerCaseFilter does: each code point by itself.
    StringBuilder out = new StringBuilder();
    text.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static final class Parser extends QueryParser {
    Parser(Analyzer analyzer) {
      super("_all", analyzer);
      setAllowLeadingWildcard(true);
      setSplitOnWhitespace(true);
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
      if (field.equals("_exists_")) return new TermQuery(new Term("_field_names", text));
      if (!quoted && text.startsWith(">=")) return range(field, text.substring(2), null, true, false);
      if (!quoted && text.startsWith(">")) return range(field, text.substring(1), null, false, false);
      if (!quoted && text.startsWith("<=")) return range(field, null, text.substring(2), false, true);
      if (!quoted && text.startsWith("<")) return range(field, null, text.substring(1), false, false);
      Query term = new TermQuery(new Term(field, normal(field, text)));
      Query network = network(field, text);
      return network == null ? term : new DisjunctionMaxQuery(List.of(term, network), 0);
    }

    private Query network(String field, String text) {
      int slash = text.indexOf('/');
      if (slash <= 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) return null;
      if (!isAddress(text.substring(0, slash))) return null;
      int prefix = Integer.parseInt(text.substring(slash + 1));
      if (prefix > (text.contains(":") ? 128 : 32)) return null;
      return InetAddressPoint.newPrefixQuery(field + ".ip", address(text.substring(0, slash)), prefix);
    }

    @Override
    protected Query getRangeQuery(String field, String low, String high, boolean withLow, boolean withHigh) throws ParseException {
      return range(field, low, high, withLow, withHigh);
    }

    private Query range(String field, String low, String high, boolean withLow, boolean withHigh) throws ParseException {
      double from = low == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(low);
      double to = high == null ? Double.POSITIVE_INFINITY : Double.parseDouble(high);
      if (low != null && !withLow) from = Math.nextUp(from);
      if (high != null && !withHigh) to = Math.nextDown(to);
      return DoublePoint.newRangeQuery(field + ".number", from, to);
    }

    @Override
    protected Query getWildcardQuery(String field, String text) throws ParseException {
      if (field.equals("*") && text.equals("*")) return new MatchAllDocsQuery();
      return super.getWildcardQuery(field, normal(field, text));
    }

    @Override
    protected Query getPrefixQuery(String field, String text) throws ParseException {
      return super.getPrefixQuery(field, normal(field, text));
    }

    @Override
    protected Query getRegexpQuery(String field, String text) throws ParseException {
      return super.getRegexpQuery(field, normal(field, text));
    }

    /** Clauses that only exclude, exclude from everything. */
    @Override
    protected Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
      Query query = super.getBooleanQuery(clauses);
      if (!(query instanceof BooleanQuery)) return query;
      for (BooleanClause clause : ((BooleanQuery) query).clauses()) if (!clause.isProhibited()) return query;
      BooleanQuery.Builder builder = new BooleanQuery.Builder();
      for (BooleanClause clause : ((BooleanQuery) query).clauses()) builder.add(clause);
      return builder.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST).build();
    }
  }

  public static void main(String[] args) throws Exception {
    BooleanQuery.setMaxClauseCount(100_000);
    lower = args.length > 0 && args[0].equals("lower");
    Analyzer keyword = new KeywordAnalyzer();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    List<MemoryIndex> common = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split(" ", -1);
      if (parts[0].equals("event")) {
        common.add(index(keyword, parts, 1));
        continue;
      }
      try {
        Query query = new Parser(keyword).parse(decode(parts[1]));
        StringBuilder result = new StringBuilder().append(predicates(query)).append(' ');
        for (MemoryIndex event : common) result.append(event.search(query) > 0 ? '1' : '0');
        for (int i = 2; i < parts.length; i++) {
          MemoryIndex event = index(keyword, parts[i].split("[:,]", -1), 0);
          result.append(event.search(query) > 0 ? '1' : '0');
        }
        out.println(result);
      } catch (Exception | Error e) {
        out.println("! " + String.valueOf(e.getMessage()).replace('\n', ' ').replace('\r', ' '));
      }
    }
    out.flush();
  }

  private static int predicates(Query query) {
    if (query instanceof MatchAllDocsQuery) return 0;
    if (!(query instanceof BooleanQuery)) return 1;
    int sum = 0;
    for (BooleanClause clause : ((BooleanQuery) query).clauses()) sum += predicates(clause.getQuery());
    return sum;
  }

  private static MemoryIndex index(Analyzer keyword, String[] parts, int from) throws Exception {
    Document document = new Document();
    for (int i = from; i + 1 < parts.length; i += 2) {
      String field = decode(parts[i]);
      String value = decode(parts[i + 1]);
      document.add(new StringField(field, normal(field, value), Field.Store.NO));
      document.add(new StringField(field + ".caseless", normal(".caseless", value), Field.Store.NO));
      document.add(new StringField("_field_names", field, Field.Store.NO));
      document.add(new StringField("_all", normal("_all", value), Field.Store.NO));
      document.add(new StringField("_all.caseless", normal(".caseless", value), Field.Store.NO));
      if (isAddress(value)) document.add(new InetAddressPoint(field + ".ip", address(value)));
      else if (value.matches(" *[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)? *")) {
        document.add(new DoublePoint(field + ".number", Double.parseDouble(value)));
      }
    }
    return MemoryIndex.fromDocument(document, keyword);
  }

  private static boolean isAddress(String text) {
    if (text.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}")) {
      for (String part : text.split("\\.")) if (Integer.parseInt(part) > 255) return false;
      return true;
    }
    if (!text.contains(":") || !text.matches("[0-9A-Fa-f:.]{2,45}")) return false;
    try {
      address(text);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (Exception e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String decode(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
