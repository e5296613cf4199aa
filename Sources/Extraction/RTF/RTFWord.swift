/// The control words that say something about text; all others are left out.
///
/// Source: Rich Text Format Specification 1.9.1; MS-OXRTFEX.
enum RTFWord: String, CaseIterable {
  // Characters and breaks.
  case par, sect, page, column, line, lbr, tab
  case cell, row, nestcell, nestrow
  case emdash, endash, emspace, enspace, qmspace, bullet
  case lquote, rquote, ldblquote, rdblquote
  case u, uc, bin

  // Charsets and fonts.
  case ansi, mac, pc, pca, ansicpg, deff, f, fcharset, cpg, fonttbl

  // Properties of text and paragraphs.
  case plain, pard, v, deleted, intbl, itap, trowd, trhdr
  case fromhtml, fromtext, htmlrtf, htmltag, mhtmltag

  // Parts of the text.
  case header, headerl, headerr, headerf, footer, footerl, footerr, footerf
  case footnote, ftnalt, annotation, atnauthor, atnid, shptxt, dptxbxtext
  case xe, tc, rxe

  // Groups that hold groups with text.
  case rtf, info, field, fldrslt, object, result, shp, shpinst, shppict, shpgrp
  case picprop, sp, background, txfieldtext, nesttableprops, moMath, moMathPara, formfield
  case userprops, mailmerge, hl, upr, ud
  case `do`

  // Values.
  case title, subject, author, manager, company, `operator`, category, keywords, comment, doccomm
  case hlinkbase, propname, staticval, linkval, docvar, revtbl, protusertbl
  case fldinst, sn, sv, hlloc, hlsrc, hlfr
  case ffname, ffdeftext, ffhelptext, ffstattext, ffl
  case mmconnectstr, mmquery, mmdatasource, mmaddfieldname, mmmailsubject

  // What is taken out as a member.
  case pict, objdata, objclass

  // What is left out with everything in it.
  case colortbl, stylesheet, nonshppict, nonesttables, shprslt, fontemb, fontfile, listtable
  case listoverridetable, rsidtbl, xmlnstbl, themedata, colorschememapping, datastore
  case latentstyles, pgdsctbl, pnseclvl, generator, falt, panose, private1, atndate, atnref
}
