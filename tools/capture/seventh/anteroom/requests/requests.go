// Package requests is what clients want to know.
package requests

import "time"

// Request asks about a transaction.
type Request struct {
	Txn     int
	Number  int
	Arrived time.Time
	Spans   [][]byte
}

// New asks about txn.
func New(txn, number int) *Request {
	return &Request{Txn: txn, Number: number, Arrived: time.Now(), Spans: payload(number)}
}

func payload(number int) [][]byte {
	spans := make([][]byte, 6)
	for i := range spans {
		spans[i] = make([]byte, 300+number%200)
	}
	return spans
}
