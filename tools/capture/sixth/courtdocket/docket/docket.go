// Package docket is what one court hears.
package docket

import (
	"database/sql"
	"errors"
	"strconv"
)

// ErrSealed is the error of an entry that nobody may read.
var ErrSealed = errors.New("docket: sealed")

// Entry is one case.
type Entry struct {
	Number int
	Title  string
}

// Reader makes entries of rows, unless they are sealed.
type Reader struct{ Sealed int }

// Read reads the current row.
func (r Reader) Read(rows *sql.Rows) (Entry, error) {
	var number, title string
	if err := rows.Scan(&number, &title); err != nil {
		return Entry{}, err
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		return Entry{}, err
	}
	if n == r.Sealed {
		return Entry{}, ErrSealed
	}
	return Entry{Number: n, Title: title}, nil
}
