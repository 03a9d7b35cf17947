import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.index.Term;

/**
 * Parses queries as Elasticsearch's query_string does over keyword fields, and runs each against
 * one event. A line in: the query, then for each field its name and a value, all in Base64, apart by
 * blanks; fields may repeat. A line out: `1`, `0`, or `! ` and the error.
 */
public final class ParseQueries {
  private static final class Parser extends QueryParser {
    private final boolean lower;

    Parser(Analyzer analyzer, boolean lower) {
      super("_all", analyzer);
      this.lower = lower;
      setAllowLeadingWildcard(true);
      setSplitOnWhitespace(true);
    }

    private String normal(String text) {
      return lower ? text.toLowerCase(java.util.Locale.ROOT) : text;
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) {
      if (field.equals("_exists_")) return new TermQuery(new Term("_field_names", text));
      return new TermQuery(new Term(field, normal(text)));
    }

    @Override
    protected Query getWildcardQuery(String field, String text) throws org.apache.lucene.queryparser.classic.ParseException {
      if (field.equals("*") && text.equals("*")) return new MatchAllDocsQuery();
      return super.getWildcardQuery(field, normal(text));
    }

    @Override
    protected Query getPrefixQuery(String field, String text) throws org.apache.lucene.queryparser.classic.ParseException {
      return super.getPrefixQuery(field, normal(text));
    }

    @Override
    protected Query getRegexpQuery(String field, String text) throws org.apache.lucene.queryparser.classic.ParseException {
      return super.getRegexpQuery(field, normal(text));
    }

    @Override
    protected Query getBooleanQuery(java.util.List<BooleanClause> clauses) throws org.apache.lucene.queryparser.classic.ParseException {
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
    boolean lower = args.length > 0 && args[0].equals("lower");
    Analyzer keyword = new KeywordAnalyzer();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split(" ", -1);
      try {
        Query query = new Parser(keyword, lower).parse(decode(parts[0]));
        Document document = new Document();
        for (int i = 1; i + 1 < parts.length; i += 2) {
          String field = decode(parts[i]);
          String value = decode(parts[i + 1]);
          if (lower) value = value.toLowerCase(java.util.Locale.ROOT);
          document.add(new StringField(field, value, Field.Store.NO));
          document.add(new StringField("_field_names", field, Field.Store.NO));
          document.add(new StringField("_all", value, Field.Store.NO));
        }
        MemoryIndex index = MemoryIndex.fromDocument(document, keyword);
        out.println(index.search(query) > 0 ? "1" : "0");
      } catch (Exception | Error e) {
        out.println("! " + String.valueOf(e.getMessage()).replace('\n', ' '));
      }
    }
    out.flush();
  }

  private static String decode(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
