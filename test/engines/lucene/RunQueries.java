import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/**
 * Runs queries, parsed as Elasticsearch's query_string parses them, over events. Texts are in Base64
 * and apart by blanks. Each line in does one thing:
 *
 *   mode MODE                         forgets events and types; other fields than of a type are indexed
 *                                     in lower case if MODE is `lower`, as they are if not; no line out
 *   event FIELD VALUE FIELD VALUE …   adds an event that every later query runs over; no line out
 *   types FIELD TYPE FIELD TYPE …     how fields of later events and queries are indexed; no line out
 *   query TEXT EVENT EVENT …          an EVENT is FIELD:VALUE,FIELD:VALUE…; a line out: how many
 *                                     predicates the query has, a blank, then for each event that
 *                                     was added and each of these 1 or 0; or `! ` and an error
 *
 * A TYPE is keyword, text (words of the standard analyzer), dashed (words with dashes), ip, long,
 * double, boolean or date, and Elasticsearch's error is given for what cannot be asked of it. A field
 * without a type is a keyword, as it is or lower-cased by a normalizer; a text of it that is an address
 * or a number is in a point beside the field too, which networks and ranges are looked up in. A field
 * whose name ends in `.caseless` is lower-cased in any case. `*` in a name is any field's.
 */
public final class RunQueries {
  private static final Pattern NUMBER = Pattern.compile(" *[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)? *");
  private static final Pattern QUAD = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static boolean lower;
  private static Map<String, String> types = new HashMap<>();
  private static final Set<String> names = new TreeSet<>();

  private static String type(String field) {
    return types.getOrDefault(field, "");
  }

  private static String normal(String field, String text) {
    String type = type(field);
    boolean words = type.equals("text") || type.equals("dashed");
    if (!words && (!lower || type.equals("keyword")) && !field.endsWith(".caseless")) return text;
    // As Lucene's LowerCaseFilter does: each code point by itself.
    StringBuilder out = new StringBuilder();
    text.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
    return out.toString();
  }

  /**
   * A term with wildcards, as `WildcardQuery` reads it. That one also prepares to skip through the
   * terms of a large index, which takes far longer than trying the few that are here.
   */
  private static final class Wildcards extends MultiTermQuery {
    private final Term term;
    private final CharacterRunAutomaton automaton;

    Wildcards(Term term) {
      super(term.field());
      this.term = term;
      automaton = new CharacterRunAutomaton(WildcardQuery.toAutomaton(term));
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
      return new FilteredTermsEnum(terms.iterator(), false) {
        @Override
        protected AcceptStatus accept(BytesRef text) {
          return automaton.run(text.utf8ToString()) ? AcceptStatus.YES : AcceptStatus.NO;
        }
      };
    }

    @Override
    public String toString(String field) {
      return term.toString();
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other) && term.equals(((Wildcards) other).term);
    }

    @Override
    public int hashCode() {
      return 31 * super.hashCode() + term.hashCode();
    }
  }

  private static final class Parser extends QueryParser {
    Parser(Analyzer analyzer) {
      super("_all", analyzer);
      setAllowLeadingWildcard(true);
      setSplitOnWhitespace(true);
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
      if (field.equals("_exists_")) return each(text, name -> new TermQuery(new Term("_field_names", name)));
      if (field.indexOf('*') >= 0) return each(field, name -> getFieldQuery(name, text, quoted));
      if (!quoted && text.startsWith(">=")) return range(field, text.substring(2), null, true, false);
      if (!quoted && text.startsWith(">")) return range(field, text.substring(1), null, false, false);
      if (!quoted && text.startsWith("<=")) return range(field, null, text.substring(2), false, true);
      if (!quoted && text.startsWith("<")) return range(field, null, text.substring(1), false, false);
      switch (type(field)) {
        case "ip": {
          if (text.indexOf('/') >= 0) {
            Query network = network(field, field, text);
            if (network == null) throw new ParseException("'" + text + "' is not an IP string literal.");
            return network;
          }
          return InetAddressPoint.newExactQuery(field, parsed(text));
        }
        case "long": {
          double number = Double.parseDouble(text);
          return number % 1 != 0 ? new MatchNoDocsQuery() : LongPoint.newExactQuery(field, Long.parseLong(text));
        }
        case "double":
          return DoublePoint.newExactQuery(field, Double.parseDouble(text));
        case "boolean":
          if (!text.equals("true") && !text.equals("false")) throw new ParseException("Can't parse boolean value [" + text + "]");
          return new TermQuery(new Term(field, text));
        case "date":
          throw new ParseException("failed to parse date field [" + text + "]");
        case "text":
        case "dashed": {
          Query words = createFieldQuery(getAnalyzer(), BooleanClause.Occur.SHOULD, field, text, quoted, 0);
          return words == null ? new MatchNoDocsQuery() : words;
        }
        case "keyword":
          return new TermQuery(new Term(field, text));
        default: {
          Query term = new TermQuery(new Term(field, normal(field, text)));
          Query network = network(field, field + ".ip", text);
          return network == null ? term : new DisjunctionMaxQuery(List.of(term, network), 0);
        }
      }
    }

    private interface Asked {
      Query of(String name) throws ParseException;
    }

    /** What is asked of any field whose name fits. */
    private Query each(String name, Asked asked) throws ParseException {
      if (name.indexOf('*') < 0) return asked.of(name);
      List<Query> queries = new ArrayList<>();
      Pattern fits = Pattern.compile("\\Q" + name.replaceAll("\\*+", "\\\\E.*\\\\Q") + "\\E");
      for (String known : names) if (fits.matcher(known).matches()) queries.add(asked.of(known));
      return queries.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(queries, 0);
    }

    private InetAddress parsed(String text) throws ParseException {
      if (!isAddress(text)) throw new ParseException("'" + text + "' is not an IP string literal.");
      return address(text);
    }

    private void asText(String field, String kind) throws ParseException {
      if (type(field).matches("ip|long|double|boolean|date")) {
        throw new ParseException("Can only use " + kind + " queries on keyword, text and wildcard fields - not on [" + field + "]");
      }
    }

    private Query network(String field, String point, String text) {
      int slash = text.indexOf('/');
      if (slash <= 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) return null;
      if (!isAddress(text.substring(0, slash))) return null;
      int prefix = Integer.parseInt(text.substring(slash + 1));
      if (prefix > (text.contains(":") ? 128 : 32)) return null;
      return InetAddressPoint.newPrefixQuery(point, address(text.substring(0, slash)), prefix);
    }

    @Override
    protected Query getRangeQuery(String field, String low, String high, boolean withLow, boolean withHigh) throws ParseException {
      return range(field, low, high, withLow, withHigh);
    }

    private Query range(String field, String low, String high, boolean withLow, boolean withHigh) throws ParseException {
      switch (type(field)) {
        case "ip":
          if (!withLow || !withHigh || low == null || high == null) throw new ParseException("not needed here");
          return InetAddressPoint.newRangeQuery(field, parsed(low), parsed(high));
        case "long": {
          long from = low == null ? Long.MIN_VALUE : Long.parseLong(low);
          long to = high == null ? Long.MAX_VALUE : Long.parseLong(high);
          if (low != null && !withLow) from = Math.addExact(from, 1);
          if (high != null && !withHigh) to = Math.addExact(to, -1);
          return LongPoint.newRangeQuery(field, from, to);
        }
        case "double":
          break;
        case "":
          break;
        default:
          throw new ParseException("a range of [" + field + "] is not of numbers");
      }
      double from = low == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(low);
      double to = high == null ? Double.POSITIVE_INFINITY : Double.parseDouble(high);
      if (low != null && !withLow) from = Math.nextUp(from);
      if (high != null && !withHigh) to = Math.nextDown(to);
      return DoublePoint.newRangeQuery(type(field).equals("double") ? field : field + ".number", from, to);
    }

    @Override
    protected Query getWildcardQuery(String field, String text) throws ParseException {
      if (field.equals("*") && text.equals("*")) return new MatchAllDocsQuery();
      if (text.equals("*")) return getFieldQuery("_exists_", field, false);
      if (field.indexOf('*') >= 0) return each(field, name -> getWildcardQuery(name, text));
      asText(field, "wildcard");
      return super.getWildcardQuery(field, normal(field, text));
    }

    @Override
    protected Query getPrefixQuery(String field, String text) throws ParseException {
      if (field.indexOf('*') >= 0) return each(field, name -> getPrefixQuery(name, text));
      asText(field, "prefix");
      return super.getPrefixQuery(field, normal(field, text));
    }

    @Override
    protected Query getRegexpQuery(String field, String text) throws ParseException {
      if (field.indexOf('*') >= 0) return each(field, name -> getRegexpQuery(name, text));
      asText(field, "regexp");
      return super.getRegexpQuery(field, normal(field, text));
    }

    @Override
    protected Query newWildcardQuery(Term term) {
      return new Wildcards(term);
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
    Analyzer analyzer = byType();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    Common common = new Common(analyzer);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split(" ", -1);
      if (parts[0].equals("mode")) {
        lower = parts[1].equals("lower");
        types = new HashMap<>();
        common.clear();
        names.clear();
        continue;
      }
      if (parts[0].equals("event")) {
        common.add(document(parts, 1));
        continue;
      }
      if (parts[0].equals("types")) {
        types = new HashMap<>();
        for (int i = 1; i + 1 < parts.length; i += 2) types.put(decode(parts[i]), decode(parts[i + 1]));
        continue;
      }
      try {
        List<MemoryIndex> own = new ArrayList<>();
        for (int i = 2; i < parts.length; i++) {
          own.add(MemoryIndex.fromDocument(document(parts[i].split("[:,]", -1), 0), analyzer));
        }
        Query query = new Parser(analyzer).parse(decode(parts[1]));
        StringBuilder result = new StringBuilder().append(predicates(query)).append(' ');
        common.search(query, result);
        for (MemoryIndex event : own) result.append(event.search(query) > 0 ? '1' : '0');
        out.println(result);
      } catch (Exception | Error e) {
        out.println("! " + String.valueOf(e.getMessage()).replace('\n', ' ').replace('\r', ' '));
      }
      if (!in.ready()) out.flush();
    }
  }

  private static Analyzer byType() {
    Analyzer keyword = new KeywordAnalyzer();
    Analyzer standard = new StandardAnalyzer();
    Analyzer dashed = new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new PatternTokenizer(Pattern.compile("[\\W&&[^-]]+"), -1);
        return new TokenStreamComponents(words, new LowerCaseFilter(words));
      }
    };
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        String type = type(field);
        return type.equals("text") ? standard : type.equals("dashed") ? dashed : keyword;
      }
    };
  }

  private static int predicates(Query query) {
    if (query instanceof MatchAllDocsQuery) return 0;
    if (!(query instanceof BooleanQuery)) return 1;
    int sum = 0;
    for (BooleanClause clause : ((BooleanQuery) query).clauses()) sum += predicates(clause.getQuery());
    return sum;
  }

  /** The events that every query runs over. */
  private static final class Common {
    private final Analyzer analyzer;
    private final List<Document> documents = new ArrayList<>();
    private IndexSearcher searcher;

    Common(Analyzer analyzer) {
      this.analyzer = analyzer;
    }

    void clear() {
      documents.clear();
      searcher = null;
    }

    void add(Document document) {
      documents.add(document);
      searcher = null;
    }

    void search(Query query, StringBuilder result) throws IOException {
      if (documents.isEmpty()) return;
      if (searcher == null) searcher = open();
      int from = result.length();
      for (int i = 0; i < documents.size(); i++) result.append('0');
      searcher.search(query, new SimpleCollector() {
        private int base = from;

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
          base = from + context.docBase;
        }

        @Override
        public void collect(int document) {
          result.setCharAt(base + document, '1');
        }

        @Override
        public ScoreMode scoreMode() {
          return ScoreMode.COMPLETE_NO_SCORES;
        }
      });
    }

    private IndexSearcher open() throws IOException {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Document document : documents) writer.addDocument(document);
        writer.forceMerge(1);
      }
      IndexSearcher made = new IndexSearcher(DirectoryReader.open(directory));
      // No query is asked twice.
      made.setQueryCache(null);
      return made;
    }
  }

  private static Document document(String[] parts, int from) {
    Document document = new Document();
    for (int i = from; i + 1 < parts.length; i += 2) {
      String field = decode(parts[i]);
      String value = decode(parts[i + 1]);
      names.add(field);
      document.add(new StringField("_field_names", field, Field.Store.NO));
      document.add(new StringField("_all", normal("_all", value), Field.Store.NO));
      document.add(new StringField("_all.caseless", normal(".caseless", value), Field.Store.NO));
      switch (type(field)) {
        case "ip":
          document.add(new InetAddressPoint(field, address(value)));
          continue;
        case "long":
          document.add(new LongPoint(field, Long.parseLong(value)));
          continue;
        case "double":
          document.add(new DoublePoint(field, Double.parseDouble(value)));
          continue;
        case "date":
          continue;
        case "text":
        case "dashed":
          document.add(new TextField(field, value, Field.Store.NO));
          continue;
      }
      document.add(new StringField(field, normal(field, value), Field.Store.NO));
      document.add(new StringField(field + ".caseless", normal(".caseless", value), Field.Store.NO));
      if (!type(field).isEmpty()) continue;
      if (isAddress(value)) document.add(new InetAddressPoint(field + ".ip", address(value)));
      else if (NUMBER.matcher(value).matches()) {
        document.add(new DoublePoint(field + ".number", Double.parseDouble(value)));
      }
    }
    return document;
  }

  private static boolean isAddress(String text) {
    if (QUAD.matcher(text).matches()) {
      for (String part : text.split("\\.")) if (Integer.parseInt(part) > 255) return false;
      return true;
    }
    if (!text.contains(":") || !COLONS.matcher(text).matches()) return false;
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
