// Package tap makes the traffic that passes by: sequences of TCP segments of many conversations.
package tap

import (
	"encoding/binary"
	"net"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"
)

// Conversation is one of a client with a server; a flawed one loses a segment and never ends.
func Conversation(n int, flawed bool) []gopacket.Packet {
	ip := &layers.IPv4{Version: 4, TTL: 64, Protocol: layers.IPProtocolTCP, SrcIP: net.IP{10, byte(n >> 14), byte(n >> 7), byte(n)}, DstIP: net.IP{10, 200, 0, 1}}
	seq := uint32(n * 7919)
	packets := []gopacket.Packet{segment(ip, &layers.TCP{SrcPort: port(n), DstPort: 443, SYN: true, Seq: seq}, nil)}
	seq++
	body := make([]byte, 900)
	binary.BigEndian.PutUint32(body, uint32(n))
	for i := 0; i < 4; i++ {
		if !flawed || i != 1 {
			packets = append(packets, segment(ip, &layers.TCP{SrcPort: port(n), DstPort: 443, ACK: true, PSH: true, Seq: seq}, body))
		}
		seq += uint32(len(body))
	}
	if !flawed {
		packets = append(packets, segment(ip, &layers.TCP{SrcPort: port(n), DstPort: 443, ACK: true, FIN: true, Seq: seq}, nil))
		back := &layers.IPv4{Version: 4, TTL: 64, Protocol: layers.IPProtocolTCP, SrcIP: ip.DstIP, DstIP: ip.SrcIP}
		packets = append(packets, segment(back, &layers.TCP{SrcPort: 443, DstPort: port(n), SYN: true, ACK: true, Seq: 1}, nil))
		packets = append(packets, segment(back, &layers.TCP{SrcPort: 443, DstPort: port(n), ACK: true, FIN: true, Seq: 2}, nil))
	}
	return packets
}

func port(n int) layers.TCPPort { return layers.TCPPort(10000 + n%50000) }

func segment(ip *layers.IPv4, tcp *layers.TCP, body []byte) gopacket.Packet {
	_ = tcp.SetNetworkLayerForChecksum(ip)
	buffer := gopacket.NewSerializeBuffer()
	options := gopacket.SerializeOptions{FixLengths: true, ComputeChecksums: true}
	if err := gopacket.SerializeLayers(buffer, options, ip, tcp, gopacket.Payload(body)); err != nil {
		panic(err)
	}
	return gopacket.NewPacket(buffer.Bytes(), layers.LayerTypeIPv4, gopacket.Default)
}
