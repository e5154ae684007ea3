//! ODS workbooks are read as XLSX ones: LibreOffice saved the planner's own two workbooks as ODS.

use std::io::Write;

use plaatswijzer::spreadsheets::Request;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::report_and_instance;
use crate::documents::folder;

fn planner(name: &str) -> Vec<u8> {
    std::fs::read(folder("planner").join(name)).unwrap()
}

/// What is said of workbooks and the table of postcodes, and the instance.
fn said(files: Vec<(String, Vec<u8>)>) -> String {
    let name = Some("2026".to_owned());
    report_and_instance(&Request { files, name, ..Request::default() })
}

fn of_planner(extension: &str) -> Vec<(String, Vec<u8>)> {
    let workbooks = ["studentenlijst", "partnerscholen"];
    let files = workbooks.map(|name| format!("{name}.{extension}")).map(|name| {
        let bytes = planner(&name);
        (name, bytes)
    });
    files.into_iter().chain([("postcodes.csv".to_owned(), planner("postcodes.csv"))]).collect()
}

#[test]
fn the_planners_workbooks_say_the_same_in_both_formats() {
    let (xlsx, ods) = (said(of_planner("xlsx")), said(of_planner("ods")));
    assert!(ods.contains("(ODS)") && ods.contains("error["), "{ods}");
    let as_xlsx = ods.replace(".ods", ".xlsx").replace("(ODS)", "(XLSX)");
    let different: Vec<(&str, &str)> =
        as_xlsx.lines().zip(xlsx.lines()).filter(|(ods, xlsx)| ods != xlsx).collect();
    assert_eq!(different, [], "of ODS, and of XLSX");
    assert_eq!(as_xlsx.lines().count(), xlsx.lines().count());
}

/// An ODS workbook with sheets `Scholen` and `Studenten`; these are the rows of the second.
pub fn workbook(rows: &str) -> Vec<u8> {
    let cells = |texts: &[&str]| {
        let cell = |text: &&str| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        format!("<table:table-row>{}</table:table-row>", texts.iter().map(cell).collect::<String>())
    };
    let schools = [
        cells(&["schoolcode", "naam", "bestuur", "plaatsen", "breedtegraad", "lengtegraad"]),
        cells(&["h1", "De Weg", "b1", "6", "53.21", "6.56"]),
    ];
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
        <office:automatic-styles><style:style style:name="ta1" style:family="table"/>
        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="Scholen" table:style-name="ta1">{}</table:table>
        <table:table table:name="Studenten" table:style-name="ta1"><table:table-column/>
        <table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>{}{rows}</table:table>
        <table:table table:name="Oud" table:style-name="ta2"/>
        </office:spreadsheet></office:body></office:document-content>"#,
        schools.concat(),
        cells(&[
            "studentnummer",
            "opleiding",
            "studiejaar",
            "breedtegraad",
            "lengtegraad",
            "wensen"
        ]),
    );
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &*content),
    ];
    for (name, part) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn of_rows(rows: &str) -> String {
    said(vec![("dorp.ods".to_owned(), workbook(rows))])
}

#[test]
fn what_an_ods_sheet_shows_is_what_is_read() {
    let text = of_rows(
        r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="20"/></table:table-row>
        <table:table-row table:visibility="filter">
        <table:table-cell office:value-type="float" office:value="7"><text:p>0007</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>let op</text:p></office:annotation><text:p>volt<text:span>ijd</text:span></text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="53.2"><text:p>53,2</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="6.55"><text:p>6,55</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>De<text:s/>Weg &amp; b1</text:p><text:p>h1</text:p></table:table-cell>
        </table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>"#,
    );
    for part in [
        "row 5",
        "1 row read",
        "3 empty",
        "hidden",
        "`Oud` (hidden)",
        "`De Weg & b1` is no school, cluster or board",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_value_that_is_merged_downwards_holds_for_each_row_of_an_ods_sheet() {
    let row = |id: &str, programme: &str| {
        format!(
            r#"<table:table-row>
        <table:table-cell office:value-type="string"><text:p>{id}</text:p></table:table-cell>{programme}
        <table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>
        </table:table-row>"#
        )
    };
    let merged = r#"<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>voltijd</text:p></table:table-cell>"#;
    let text = of_rows(&(row("s1", merged) + &row("s2", "<table:covered-table-cell/>")));
    assert!(text.contains("2 rows read") && !text.contains("error["), "{text}");
}

#[test]
fn what_an_ods_cell_holds_besides_values_is_an_error() {
    let row = |cell: &str| {
        format!(
            r#"<table:table-row><table:table-cell office:value-type="string"><text:p>s1</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>voltijd</text:p></table:table-cell>{cell}
            <table:table-cell office:value-type="float" office:value="53.2"/>
            <table:table-cell office:value-type="float" office:value="6.55"/></table:table-row>"#
        )
    };
    for (cell, said) in [
        (r#"<table:table-cell table:formula="of:=[.Z9]"/>"#, "`=[.Z9]`"),
        (
            r#"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>"#,
            "#DIV/0!",
        ),
        (
            r#"<table:table-cell office:value-type="date" office:date-value="2027-03-01T00:00:00"/>"#,
            "2027-03-01",
        ),
        (r#"<table:table-cell office:value-type="percentage" office:value="0.07"/>"#, "`7%`"),
        (
            r#"<table:table-cell office:value-type="boolean" office:boolean-value="true"/>"#,
            "`TRUE`",
        ),
    ] {
        let text = of_rows(&row(cell));
        assert!(text.contains("error[unusable-cell]") && text.contains(said), "{said}: {text}");
        assert!(text.contains("sheet Studenten, row 2, column C (studiejaar)"), "{text}");
    }
}

#[test]
fn an_ods_workbook_that_cannot_be_read_is_said_to_be_so() {
    let broken = of_rows("<table:table-row><table:table-cell></table:table-row>");
    assert!(broken.contains("error[not-a-table]") && broken.contains("dorp.ods"), "{broken}");
    assert!(broken.contains("a workbook (XLSX or ODS) or CSV"), "{broken}");
    let many = r#"<table:table-row><table:table-cell table:number-columns-repeated="4000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let wide = of_rows(many);
    assert!(wide.contains("error[too-large]"), "{wide}");
}
