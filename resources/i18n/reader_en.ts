<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AddDialog</name>
    <message numerus="yes">
        <source>Add %n link(s)</source>
        <translation>
            <numerusform>Add %n link</numerusform>
            <numerusform>Add %n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationDesk</name>
    <message numerus="yes">
        <source>%n mark(s) deleted</source>
        <translation>
            <numerusform>%n mark deleted</numerusform>
            <numerusform>%n marks deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation>
            <numerusform>Add %n article</numerusform>
            <numerusform>Add %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved</source>
        <translation>
            <numerusform>%n saved</numerusform>
            <numerusform>%n saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with the text of another</source>
        <translation>
            <numerusform>%n of them with the text of another</numerusform>
            <numerusform>%n of them with the text of another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n back from the trash</source>
        <translation>
            <numerusform>%n back from the trash</numerusform>
            <numerusform>%n back from the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for the network</source>
        <translation>
            <numerusform>%n waiting for the network</numerusform>
            <numerusform>%n waiting for the network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaptureDesk</name>
    <message numerus="yes">
        <source>%n file(s) cannot be added and were skipped</source>
        <translation>
            <numerusform>%n file cannot be added and were skipped</numerusform>
            <numerusform>%n files cannot be added and were skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestDesk</name>
    <message numerus="yes">
        <source>%n mark(s) made: %1</source>
        <translation>
            <numerusform>%n mark made: %1</numerusform>
            <numerusform>%n marks made: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) made</source>
        <translation>
            <numerusform>%n mark made</numerusform>
            <numerusform>%n marks made</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestModel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestView</name>
    <message numerus="yes">
        <source>Mark All %n</source>
        <translation>
            <numerusform>Mark %n</numerusform>
            <numerusform>Mark All %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Table of %n figure(s)</source>
        <translation>
            <numerusform>Table of %n figure</numerusform>
            <numerusform>Table of %n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add all files in %n folder(s)</source>
        <translation>
            <numerusform>Drop to add all files in %n folder</numerusform>
            <numerusform>Drop to add all files in %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to add %n source(s)</source>
        <translation>
            <numerusform>Drop to add %n source</numerusform>
            <numerusform>Drop to add %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to add %n file(s)</source>
        <translation>
            <numerusform>Drop to add %n file</numerusform>
            <numerusform>Drop to add %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop to add %n link(s)</source>
        <translation>
            <numerusform>Drop to add %n link</numerusform>
            <numerusform>Drop to add %n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported (%1), will be skipped</source>
        <translation>
            <numerusform>%n not supported (%1), will be skipped</numerusform>
            <numerusform>%n not supported (%1), will be skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported, will be skipped</source>
        <translation>
            <numerusform>%n not supported, will be skipped</numerusform>
            <numerusform>%n not supported, will be skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message numerus="yes">
        <source>Exported %1, %n page(s)</source>
        <translation>
            <numerusform>Exported %1, %n page</numerusform>
            <numerusform>Exported %1, %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer</source>
        <translation>
            <numerusform>%n page went to the printer</numerusform>
            <numerusform>%n pages went to the printer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedDialog</name>
    <message numerus="yes">
        <source>Add %n article(s)</source>
        <translation>
            <numerusform>Add %n article</numerusform>
            <numerusform>Add %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved already</source>
        <translation>
            <numerusform>%n saved already</numerusform>
            <numerusform>%n saved already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureLedger</name>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n Row</numerusform>
            <numerusform>Copy %n Rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InfoPanel</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message numerus="yes">
        <source>%n article(s) moved to the trash</source>
        <translation>
            <numerusform>%n article moved to the trash</numerusform>
            <numerusform>%n articles moved to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingPictures</name>
    <message numerus="yes">
        <source>Fetch %n missing picture(s)</source>
        <translation>
            <numerusform>Fetch %n missing picture</numerusform>
            <numerusform>Fetch %n missing pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovingDesk</name>
    <message numerus="yes">
        <source>Exported %n article(s) to %1</source>
        <translation>
            <numerusform>Exported %n article to %1</numerusform>
            <numerusform>Exported %n articles to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n mark(s)</source>
        <translation>
            <numerusform>Imported %n mark</numerusform>
            <numerusform>Imported %n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message numerus="yes">
        <source>Some pictures came, %n still cannot be had</source>
        <translation>
            <numerusform>Some pictures came, %n still cannot be had</numerusform>
            <numerusform>Some pictures came, %n still cannot be had</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message numerus="yes">
        <source>%n font(s)</source>
        <translation>
            <numerusform>%n font</numerusform>
            <numerusform>%n fonts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDesk</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderFooter</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderHeader</name>
    <message numerus="yes">
        <source>about %n minute(s) to read</source>
        <translation>
            <numerusform>about %n min to read</numerusform>
            <numerusform>about %n min to read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskPopover</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message numerus="yes">
        <source>%n link(s) wait</source>
        <translation>
            <numerusform>%n link waits</numerusform>
            <numerusform>%n links wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message numerus="yes">
        <source>Remove %n item(s) for ever?</source>
        <translation>
            <numerusform>Remove %n item for ever?</numerusform>
            <numerusform>Remove %n items for ever?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypographyPopover</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingDesk</name>
    <message numerus="yes">
        <source>%n link(s) that waited</source>
        <translation>
            <numerusform>%n link that waited</numerusform>
            <numerusform>%n links that waited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) no longer wait</source>
        <translation>
            <numerusform>%n link no longer waits</numerusform>
            <numerusform>%n links no longer wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No network: %n link(s) wait</source>
        <translation>
            <numerusform>No network: %n link waits</numerusform>
            <numerusform>No network: %n links wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) wait: their servers do not answer now</source>
        <translation>
            <numerusform>%n link waits: its server does not answer now</numerusform>
            <numerusform>%n links wait: their servers do not answer now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
