package board

import (
	"bufio"
	"net"
)

type viewer struct {
	board  *Board
	conn   net.Conn
	scores chan []byte
}

func (v *viewer) write() {
	defer v.board.dismiss(v)
	for page := range v.scores {
		if _, err := v.conn.Write(page); err != nil {
			return
		}
	}
}

// listen waits for the viewer's word, or its end.
func (v *viewer) listen() {
	defer v.board.dismiss(v)
	for lines := bufio.NewScanner(v.conn); lines.Scan(); {
	}
}
